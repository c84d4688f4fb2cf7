using CommunityCare.Asking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityCare.Store.Mappings;

internal sealed class PageAnswerMapping : IEntityTypeConfiguration<PageAnswer>
{
    public void Configure(EntityTypeBuilder<PageAnswer> builder)
    {
        builder.HasKey(a => a.Address);
        builder.Property(a => a.Address).HasMaxLength(PageAnswer.AddressLength);
    }
}

/// <summary>
/// A query of ours and no view: EF makes some tables anew to change them, which a view that reads them would not allow.
/// </summary>
internal sealed class NamedPageMapping : IEntityTypeConfiguration<NamedPage>
{
    private const string Query = """
        SELECT n.EntryId, n.Address, a.AskedAt, a.Answer, a.Status, a.FailingSince, COALESCE(a.IsBroken, 0) AS IsBroken
        FROM (
            SELECT Id AS EntryId, Website AS Address FROM Organizations WHERE Publication = 'Published'
            UNION
            SELECT o.Id, json_extract(w.value, '$.Url') FROM Organizations o, json_each(o.AdditionalWebsites) w WHERE o.Publication = 'Published'
            UNION
            SELECT o.Id, s.Url FROM Services s JOIN Organizations o ON o.Key = s.OrganizationKey WHERE o.Publication = 'Published'
            UNION
            SELECT o.Id, s.value FROM Organizations o, json_each(o.Sources) s WHERE o.Publication = 'Published'
            UNION
            SELECT c.Id, s.value FROM CareTypes c, json_each(c.Sources) s WHERE c.Publication = 'Published'
        ) n
        LEFT JOIN PageAnswers a ON a.Address = n.Address
        WHERE n.Address LIKE 'http://%' OR n.Address LIKE 'https://%'
        """;

    public void Configure(EntityTypeBuilder<NamedPage> builder) => builder.HasNoKey().ToSqlQuery(Query).ToTable((string?)null);
}
