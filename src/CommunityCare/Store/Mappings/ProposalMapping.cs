using CommunityCare.Editing;
using CommunityCare.Proposals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityCare.Store.Mappings;

internal sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.HasKey(p => p.Key);
        builder.HasIndex(p => p.Id).IsUnique();
        builder.HasIndex(p => new { p.State, p.Since });
        builder.HasIndex(p => p.EntryId);
        builder.Property(p => p.Fields).AsJson();
        builder.Property(p => p.Message).HasMaxLength(Proposal.MessageLength);
        builder.Property(p => p.Source).HasMaxLength(Proposal.SourceLength);
        builder.Property(p => p.Contact).HasMaxLength(Proposal.ContactLength);
        builder.Property(p => p.Language).HasMaxLength(2);
        builder.Property(p => p.ClosedBy).HasMaxLength(Revision.WhoLength);
        builder.Property(p => p.Why).HasMaxLength(Proposal.WhyLength);
    }
}
