using CommunityCare.Catalog;
using CommunityCare.Gazetteer;
using CommunityCare.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityCare.Store.Mappings;

internal sealed class SynonymMapping : IEntityTypeConfiguration<Synonym>
{
    public void Configure(EntityTypeBuilder<Synonym> builder)
    {
        builder.HasKey(s => new { s.Word, s.Means });
        builder.Property(s => s.Word).HasMaxLength(Synonym.WordLength);
        builder.Property(s => s.Means).HasMaxLength(Synonym.WordLength);
    }
}

internal sealed class ZipCodeMapping : IEntityTypeConfiguration<ZipCode>
{
    public void Configure(EntityTypeBuilder<ZipCode> builder)
    {
        builder.HasKey(z => z.Code);
        builder.Property(z => z.Code).HasMaxLength(ZipCode.CodeLength);
        builder.Property(z => z.StateProvince).HasMaxLength(2);
        builder.HasIndex(z => new { z.CityKey, z.StateProvince });
    }
}

internal sealed class SearchPointMapping : IEntityTypeConfiguration<SearchPoint>
{
    public void Configure(EntityTypeBuilder<SearchPoint> builder)
    {
        builder.HasKey(p => p.Key);
        builder.Property<long>(Columns.OrganizationKey);
        builder.HasOne(p => p.Organization).WithMany().HasForeignKey(Columns.OrganizationKey).IsRequired();

        // A box of degrees is cut out by latitude; the rest is read from the index itself.
        builder.HasIndex(nameof(SearchPoint.Latitude), nameof(SearchPoint.Longitude), Columns.OrganizationKey);
    }
}
