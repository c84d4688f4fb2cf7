using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Search;
using CommunityCare.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityCare.Store.Mappings;

internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.HasKey(r => r.Number);
        builder.HasIndex(r => r.EntryId);
        builder.Property(r => r.Kind).HasMaxLength(20);
        builder.Property(r => r.Slug).HasMaxLength(Entry.SlugLength);
        builder.Property(r => r.Who).HasMaxLength(Revision.WhoLength);
        builder.Property(r => r.Why).HasMaxLength(Revision.WhyLength);
        builder.Property(r => r.Text).AsJson();
    }
}

internal sealed class RedirectMapping : IEntityTypeConfiguration<Redirect>
{
    public void Configure(EntityTypeBuilder<Redirect> builder)
    {
        builder.HasKey(r => new { r.Kind, r.OldSlug });
        builder.Property(r => r.Kind).HasMaxLength(20);
        builder.Property(r => r.OldSlug).HasMaxLength(Entry.SlugLength);
    }
}

internal sealed class DoNotListMapping : IEntityTypeConfiguration<DoNotList>
{
    public void Configure(EntityTypeBuilder<DoNotList> builder)
    {
        builder.HasKey(m => m.Key);
        builder.HasIndex(m => m.EntryId);
        builder.Property(m => m.Names).AsJson();
        builder.Property(m => m.WebsiteHost).HasMaxLength(DoNotList.HostLength);
        builder.Property(m => m.Who).HasMaxLength(Revision.WhoLength);
        builder.Property(m => m.Why).HasMaxLength(Revision.WhyLength);
        builder.Property(m => m.LiftedBy).HasMaxLength(Revision.WhoLength);
        builder.Property(m => m.LiftedWhy).HasMaxLength(Revision.WhyLength);
    }
}

internal sealed class SeedRecordMapping : IEntityTypeConfiguration<SeedRecord>
{
    public void Configure(EntityTypeBuilder<SeedRecord> builder)
    {
        builder.HasKey(r => r.EntryId);
        builder.Property(r => r.EntryId).ValueGeneratedNever();
        builder.Property(r => r.Path).HasMaxLength(200);
        builder.Property(r => r.Hash).HasMaxLength(64);
        builder.Property(r => r.Text).AsJson();
    }
}

internal sealed class IncomingChangeMapping : IEntityTypeConfiguration<IncomingChange>
{
    public void Configure(EntityTypeBuilder<IncomingChange> builder)
    {
        builder.HasKey(c => c.Key);
        builder.HasIndex(c => new { c.EntryId, c.Path }).IsUnique();
        builder.Property(c => c.Path).HasMaxLength(300);
    }
}

internal sealed class SearchDocumentMapping : IEntityTypeConfiguration<SearchDocument>
{
    public void Configure(EntityTypeBuilder<SearchDocument> builder)
    {
        builder.Property<long>(Columns.OrganizationKey).ValueGeneratedNever();
        builder.HasKey(Columns.OrganizationKey);
        builder.HasOne(d => d.Organization).WithOne().HasForeignKey<SearchDocument>(Columns.OrganizationKey).IsRequired();
    }
}

internal sealed class SearchWordMapping : IEntityTypeConfiguration<SearchWord>
{
    public void Configure(EntityTypeBuilder<SearchWord> builder)
    {
        builder.HasKey(w => w.Word);
        builder.Property(w => w.Word).HasMaxLength(Words.WordLength);
    }
}
