using CommunityCare.Catalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityCare.Store.Mappings;

internal sealed class OrganizationMapping : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder)
    {
        builder.Entry();
        builder.Property(o => o.StatusNote).HasMaxLength(Organization.TextLength);
        builder.Property(o => o.Notice).HasMaxLength(Organization.NoticeLength);
        builder.Property(o => o.Website).HasMaxLength(Organization.UrlLength);
        builder.Property(o => o.Email).HasMaxLength(Organization.EmailLength);
        builder.Property(o => o.ServiceArea).HasMaxLength(Organization.TextLength);
        builder.Property(o => o.Summary).HasMaxLength(Organization.SummaryLength);
        builder.Property(o => o.AlternateNames).AsJson();
        builder.Property(o => o.AdditionalWebsites).AsJson();
        builder.Property(o => o.Sources).AsJson();
        builder.Property(o => o.Verified).AsJson();

        builder.Property<bool>(Columns.Reachable);
        builder.Property<DateOnly?>(Columns.FreshOn);
        builder.Property<string>(Columns.SortName).HasMaxLength(Entry.NameLength);

        // The orders of lists, and what changed since.
        builder.HasIndex(Columns.SortName);
        builder.HasIndex(Columns.FreshOn, Columns.SortName).IsDescending(true, false);
        builder.HasIndex(o => o.Revision);

        builder.HasMany(o => o.Services).WithOne().HasForeignKey(Columns.OrganizationKey).IsRequired();
        builder.HasMany(o => o.Locations).WithOne().HasForeignKey(Columns.OrganizationKey).IsRequired();
        builder.HasMany(o => o.Phones).WithOne().HasForeignKey(Columns.OrganizationKey).IsRequired();
        builder.HasMany(o => o.Contacts).WithOne().HasForeignKey(Columns.OrganizationKey).IsRequired();
        builder.HasMany(o => o.Terms).WithOne().HasForeignKey(Columns.OrganizationKey).IsRequired();
    }
}

internal sealed class ServiceMapping : IEntityTypeConfiguration<Service>
{
    public void Configure(EntityTypeBuilder<Service> builder)
    {
        builder.Keyed(s => s.Id);
        builder.Property(s => s.Name).HasMaxLength(Entry.NameLength);
        builder.Property(s => s.Description).HasMaxLength(Service.DescriptionLength);
        builder.Property(s => s.EligibilityDescription).HasMaxLength(Organization.TextLength);
        builder.Property(s => s.FeesDescription).HasMaxLength(Organization.TextLength);
        builder.Property(s => s.ApplicationProcess).HasMaxLength(Organization.TextLength);
        builder.Property(s => s.Url).HasMaxLength(Organization.UrlLength);
        builder.Property(s => s.Translations).AsJson();
        builder.OwnsMany(s => s.Schedules, schedule =>
        {
            schedule.ToTable("Schedules");
            schedule.WithOwner().HasForeignKey("ServiceKey");
            schedule.Property<long>(Columns.Key);
            schedule.HasKey(Columns.Key);
        });
    }
}

internal sealed class PhoneMapping : IEntityTypeConfiguration<Phone>
{
    public void Configure(EntityTypeBuilder<Phone> builder)
    {
        builder.Keyed(p => p.Id);
        builder.Ignore(p => p.Dial);
        builder.Property(p => p.Number).HasMaxLength(Phone.NumberLength);
        builder.Property(p => p.Keyword).HasMaxLength(Phone.KeywordLength);
        builder.Property(p => p.Description).HasMaxLength(Organization.TextLength);
        builder.Property(p => p.Languages).AsJson();
        builder.Property(p => p.Translations).AsJson();
    }
}

internal sealed class ContactMapping : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.Keyed(c => c.Id);
        builder.Property(c => c.Name).HasMaxLength(Entry.NameLength);
        builder.Property(c => c.Title).HasMaxLength(Entry.NameLength);
        builder.Property(c => c.Email).HasMaxLength(Organization.EmailLength);
        builder.Property(c => c.Translations).AsJson();
    }
}

internal sealed class LocationMapping : IEntityTypeConfiguration<Location>
{
    public void Configure(EntityTypeBuilder<Location> builder)
    {
        builder.Keyed(l => l.Id);
        builder.Property(l => l.Name).HasMaxLength(Location.LineLength);
        builder.Property(l => l.Address1).HasMaxLength(Location.LineLength);
        builder.Property(l => l.Address2).HasMaxLength(Location.LineLength);
        builder.Property(l => l.City).HasMaxLength(Location.LineLength);
        builder.Property(l => l.StateProvince).HasMaxLength(2);
        builder.Property(l => l.PostalCode).HasMaxLength(12);
        builder.Property(l => l.Country).HasMaxLength(2);
        builder.Property(l => l.Description).HasMaxLength(Organization.TextLength);
        builder.Property(l => l.Accessibility).HasMaxLength(Organization.TextLength);
        builder.Property(l => l.Transportation).HasMaxLength(Organization.TextLength);
        builder.Property(l => l.Translations).AsJson();
    }
}

internal sealed class TermLinkMapping : IEntityTypeConfiguration<TermLink>
{
    public void Configure(EntityTypeBuilder<TermLink> builder)
    {
        builder.Property<long>(Columns.Key);
        builder.HasKey(Columns.Key);
        builder.Property<long>(Columns.OrganizationKey);
        builder.Property<long?>("ServiceKey");
        builder.Property<long>("TermKey");
        builder.HasOne(l => l.Service).WithMany().HasForeignKey("ServiceKey").IsRequired(false);
        builder.HasOne(l => l.Term).WithMany().HasForeignKey("TermKey").IsRequired();

        // The facet index: from an organization to its terms, and from a term to its organizations, without the table itself.
        builder.HasIndex(Columns.OrganizationKey, "TermKey", "ServiceKey").IsUnique();
        builder.HasIndex("TermKey", Columns.OrganizationKey, "ServiceKey");
    }
}
