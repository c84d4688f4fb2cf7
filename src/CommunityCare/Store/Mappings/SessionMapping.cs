using CommunityCare.Accounts;
using CommunityCare.Editing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityCare.Store.Mappings;

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).HasMaxLength(Secret.HashLength);
        builder.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId).IsRequired();
        builder.Property(s => s.Stamp).HasMaxLength(100);
        builder.Property(s => s.UserAgent).HasMaxLength(Session.UserAgentLength);
    }
}

internal sealed class OneTimeLinkMapping : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).HasMaxLength(Secret.HashLength);
        builder.Property(l => l.Email).HasMaxLength(Account.EmailLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId);
    }
}

internal sealed class AuditRecordMapping : IEntityTypeConfiguration<AuditRecord>
{
    public void Configure(EntityTypeBuilder<AuditRecord> builder)
    {
        builder.ToTable("Audit");
        builder.HasKey(r => r.Number);
        builder.Property(r => r.Who).HasMaxLength(Revision.WhoLength);
        builder.Property(r => r.About).HasMaxLength(Account.EmailLength);
    }
}
