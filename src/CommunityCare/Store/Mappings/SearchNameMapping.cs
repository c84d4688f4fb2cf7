using CommunityCare.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityCare.Store.Mappings;

internal sealed class SearchNameMapping : IEntityTypeConfiguration<SearchName>
{
    public void Configure(EntityTypeBuilder<SearchName> builder)
    {
        builder.HasKey(n => n.Key);
        builder.Property(n => n.Text).HasMaxLength(SearchName.TextLength);
        builder.Property<long>(Columns.OrganizationKey);
        builder.HasOne(n => n.Organization).WithMany().HasForeignKey(Columns.OrganizationKey).IsRequired();

        // What begins with some letters stands together, already in its order, and is read from the index itself.
        builder.HasIndex(nameof(SearchName.Standing), nameof(SearchName.Text), Columns.OrganizationKey);

        // A name that was typed whole.
        builder.HasIndex(n => n.Text).HasFilter($"\"{nameof(SearchName.IsWhole)}\"");
    }
}
