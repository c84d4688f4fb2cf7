using CommunityCare.Accounts;
using CommunityCare.Asking;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Gazetteer;
using CommunityCare.Proposals;
using CommunityCare.Search;
using CommunityCare.Seeding;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Store;

/// <summary>
/// The catalogue as tables, written through <see cref="CatalogEditor"/>; and the accounts of those who edit it, written
/// through <see cref="AccountEditor"/>.
/// </summary>
public sealed class CareDb(DbContextOptions<CareDb> options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<CareType> CareTypes => Set<CareType>();

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<Service> Services => Set<Service>();

    public DbSet<Vocabulary> Vocabularies => Set<Vocabulary>();

    public DbSet<Term> Terms => Set<Term>();

    public DbSet<TermLink> TermLinks => Set<TermLink>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<Redirect> Redirects => Set<Redirect>();

    public DbSet<DoNotList> DoNotLists => Set<DoNotList>();

    public DbSet<SeedRecord> SeedRecords => Set<SeedRecord>();

    public DbSet<IncomingChange> IncomingChanges => Set<IncomingChange>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<SearchDocument> SearchDocuments => Set<SearchDocument>();

    public DbSet<SearchName> SearchNames => Set<SearchName>();

    public DbSet<SearchWord> SearchWords => Set<SearchWord>();

    public DbSet<SearchPoint> SearchPoints => Set<SearchPoint>();

    public DbSet<Synonym> Synonyms => Set<Synonym>();

    public DbSet<ZipCode> ZipCodes => Set<ZipCode>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<KeptSetting> Settings => Set<KeptSetting>();

    public DbSet<AuditRecord> Audit => Set<AuditRecord>();

    public DbSet<PageAnswer> PageAnswers => Set<PageAnswer>();

    public DbSet<NamedPage> NamedPages => Set<NamedPage>();

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void OnModelCreating(ModelBuilder builder) =>
        builder.ApplyConfigurationsFromAssembly(typeof(CareDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<PartialDate>().HaveConversion<PartialDateConverter>().HaveMaxLength(10);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
    }
}
