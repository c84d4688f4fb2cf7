using CommunityCare.Catalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityCare.Store.Mappings;

/// <summary>What all entries have in common.</summary>
internal static class EntryMapping
{
    public static void Entry<T>(this EntityTypeBuilder<T> entry)
        where T : Entry
    {
        entry.Keyed(e => e.Id);
        entry.HasIndex(e => e.Slug).IsUnique();
        entry.Property(e => e.Slug).HasMaxLength(Catalog.Entry.SlugLength);
        entry.Property(e => e.Name).HasMaxLength(Catalog.Entry.NameLength);
        entry.Property(e => e.Translations).AsJson();
        entry.Property(e => e.Revision).IsConcurrencyToken();
    }

    /// <summary>A small number for the database, and a UUID for everyone else.</summary>
    public static void Keyed<T>(this EntityTypeBuilder<T> entity, System.Linq.Expressions.Expression<Func<T, object?>> id)
        where T : class
    {
        entity.Property<long>(Columns.Key).ValueGeneratedOnAdd();
        entity.HasKey(Columns.Key);
        entity.HasIndex(id).IsUnique();
        entity.Property(id).ValueGeneratedNever();
    }
}

internal sealed class CareTypeMapping : IEntityTypeConfiguration<CareType>
{
    public void Configure(EntityTypeBuilder<CareType> builder)
    {
        builder.Entry();
        builder.Property(c => c.ShortName).HasMaxLength(CareType.ShortNameLength);
        builder.Property(c => c.Summary).HasMaxLength(CareType.SummaryLength);
        builder.Property(c => c.Guide).HasMaxLength(CareType.GuideLength);
        builder.Property(c => c.Words).AsJson();
        builder.Property(c => c.Sources).AsJson();
    }
}

internal sealed class VocabularyMapping : IEntityTypeConfiguration<Vocabulary>
{
    public void Configure(EntityTypeBuilder<Vocabulary> builder)
    {
        builder.Entry();
        builder.HasMany(v => v.Terms).WithOne(t => t.Vocabulary).HasForeignKey("VocabularyKey").IsRequired();
    }
}

internal sealed class TermMapping : IEntityTypeConfiguration<Term>
{
    public void Configure(EntityTypeBuilder<Term> builder)
    {
        builder.Keyed(t => t.Id);
        builder.Property<long>("VocabularyKey");
        builder.HasIndex("VocabularyKey", nameof(Term.Slug)).IsUnique();
        builder.Property(t => t.Slug).HasMaxLength(Entry.SlugLength);
        builder.Property(t => t.Name).HasMaxLength(Entry.NameLength);
        builder.Property(t => t.Meaning).HasMaxLength(Term.MeaningLength);
        builder.Property(t => t.Words).AsJson();
        builder.Property(t => t.Translations).AsJson();
    }
}
