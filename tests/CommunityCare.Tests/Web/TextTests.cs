using System.Text.RegularExpressions;
using CommunityCare.Accounts;
using CommunityCare.Asking;
using CommunityCare.Backups;
using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;
using CommunityCare.Pages.Admin;
using CommunityCare.Pages.Admin.Revisions;
using CommunityCare.Search;
using CommunityCare.Tests.Support;
using CommunityCare.Web;
using Answer = CommunityCare.Asking.Answer;

namespace CommunityCare.Tests.Web;

/// <summary>The interface's words: the same keys in each language, all there, none left over.</summary>
public sealed partial class TextTests
{
    private const string ZonePrefix = "Zone_";

    private static readonly string[] Waiting = ["Files", "Overdue", "Notices", "Drafts", "NoNextStep", "NoSources"];

    /// <summary>Keys that are put together: where, and what they can become.</summary>
    private static readonly Dictionary<string, string[]> Together = new()
    {
        ["$\"Status_{Model.Status}\""] = [.. Enum.GetNames<OrganizationStatus>().Select(s => $"Status_{s}")],
        ["$\"Status_{organization.Status}\""] = [.. Enum.GetNames<OrganizationStatus>().Select(s => $"Status_{s}")],
        ["label"] = ["Why_AlsoCalled", "Why_Listed", "Why_Offers", "Why_Says", "Why_Where"],
        ["$\"Sort_{sort}\""] = [.. Enum.GetNames<Sort>().Select(s => $"Sort_{s}")],
        ["$\"Fresh_{verified.How}\""] = [.. Enum.GetNames<VerifiedHow>().Select(h => $"Fresh_{h}")],
        ["$\"Website_{organization.WebsiteKind}\""] = [.. Enum.GetValues<WebsiteKind>().Where(k => k != WebsiteKind.Own).Select(k => $"Website_{k}")],
        ["$\"Website_{organization.WebsiteKind}Label\""] = [.. Enum.GetValues<WebsiteKind>().Where(k => k != WebsiteKind.Own).Select(k => $"Website_{k}Label")],
        ["\"Zone_\" + zone"] = [.. Texts.Keys.Where(k => k.StartsWith(ZonePrefix, StringComparison.Ordinal))],
        ["$\"Edit_{saved}\""] = [.. Enum.GetNames<SaveResult>().Take(2).Select(r => $"Edit_{r}")],
        ["$\"Lack_{value}\""] = [.. Enum.GetNames<Missing>().Select(l => $"Lack_{l}")],
        ["$\"Bulk_{act}\""] = [.. Enum.GetNames<BulkAct>().Select(a => $"Bulk_{a}")],
        ["problem"] = ["Bulk_NoneChosen", "Bulk_TooMany", "Bulk_Incomplete"],
        ["$\"Choose_{chooser.Origin}\""] = [.. Enum.GetNames<Origin>().Select(o => $"Choose_{o}")],
        ["$\"Choose_{chooser.Origin}Help\""] = [.. Enum.GetNames<Origin>().Select(o => $"Choose_{o}Help")],
        ["$\"Choose_{chooser.Origin}{side}\""] = [.. Enum.GetNames<Origin>().SelectMany(o => new[] { $"Choose_{o}Mine", $"Choose_{o}Theirs" })],
        ["\"Attention_\" + key"] = [.. Waiting.Select(w => $"Attention_{w}")],
        ["$\"Attention_{key}Help\""] = [.. Waiting.Select(w => $"Attention_{w}Help")],
        ["$\"Choice_{field}_{word.ToLowerInvariant()}\""] = [.. Texts.Keys.Where(k => k.StartsWith("Choice_", StringComparison.Ordinal))],
        ["$\"Fault_{fault.Kind}\""] = [.. Enum.GetNames<FaultKind>().Except([nameof(FaultKind.OfFile)]).Select(f => $"Fault_{f}")],
        ["\"Add_\" + Names"] = [.. Texts.Keys.Where(k => k.StartsWith("Add_", StringComparison.Ordinal))],
        ["\"Language_\" + proposal.Language"] = [.. Language.All.Select(l => $"Language_{l.Code}")],
        ["\"Field_\" + name"] = [.. Texts.Keys.Where(k => k.StartsWith("Field_", StringComparison.Ordinal))],
        ["$\"Act_{change.Act}\""] = [.. Enum.GetNames<Act>().Select(a => $"Act_{a}")],
        ["$\"Kind_{change.Kind}\""] = [.. ChangesModel.Kinds.Append("catalogue").Append(Revision.Settings).Select(k => $"Kind_{k}")],
        ["$\"Kind_{kind}\""] = [.. ChangesModel.Kinds.Select(k => $"Kind_{k}")],
        ["$\"Publish_Lacks{lack}\""] = [.. Enum.GetNames<Lack>().Select(l => $"Publish_Lacks{l}")],
        ["$\"State_{Model.Publication}\""] = [.. Enum.GetNames<Publication>().Select(p => $"State_{p}")],
        ["$\"{Model.Verb}_Title\""] = [.. Enum.GetNames<Verb>().Select(v => $"{v}_Title")],
        ["$\"{verb}_Title\""] = [.. Enum.GetNames<Verb>().Select(v => $"{v}_Title")],
        ["$\"{verb}_Button\""] = [.. Enum.GetNames<Verb>().Select(v => $"{v}_Button")],
        ["$\"{verb}_{(isKind ? \"Kind\" : \"Filter\")}\""] = [.. Enum.GetNames<Verb>().SelectMany(v => new[] { $"{v}_Kind", $"{v}_Filter" })],
        ["$\"Setting_{row.Name.Replace(':', '_')}\""] = [.. SettingsDesk.Names.Select(n => $"Setting_{n.Replace(':', '_')}")],
        ["$\"Verify_{how}\""] = [.. Enum.GetNames<VerifiedHow>().Select(h => $"Verify_{h}")],
        ["$\"Role_{own.Role}\""] = [.. Enum.GetNames<Role>().Select(r => $"Role_{r}")],
        ["$\"Role_{account.Role}\""] = [.. Enum.GetNames<Role>().Select(r => $"Role_{r}")],
        ["$\"Role_{invitation.Role}\""] = [.. Enum.GetNames<Role>().Select(r => $"Role_{r}")],
        ["$\"Password_{fault}\""] = [.. Enum.GetNames<PasswordFault>().Select(f => $"Password_{f}")],
        ["$\"Audit_{record.Act}\""] = [.. Enum.GetNames<AuditAct>().Select(a => $"Audit_{a}")],
        ["key + \"_Title\""] = ["NotFound_Title", "Method_Title", "Error_Title", "TooLarge_Title", "BadRequest_Title", "Stale_Title", "SignedOut_Title", "Forbidden_Title"],
        ["key + \"_Help\""] = ["NotFound_Help", "Method_Help", "Error_Help", "TooLarge_Help", "BadRequest_Help", "Stale_Help", "SignedOut_Help", "Forbidden_Help"],
        ["$\"Answer_{named.Answer}\""] = [.. Enum.GetNames<Answer>().Skip(1).Select(a => $"Answer_{a}")],
        ["$\"BackupKind_{backup.Kind}\""] = [.. Enum.GetNames<BackupKind>().Select(k => $"BackupKind_{k}")],
    };

    /// <summary>Variables that hold a key which stands whole in the same file.</summary>
    private static readonly string[] WholeKeys = ["need.Text", "label"];

    private static readonly string Code = string.Join('\n', Sources.Of("src/CommunityCare", ".cs", ".cshtml").Select(f => f.Text));

    [Fact]
    public void Each_key_has_words_in_each_language()
    {
        Assert.Equal(Texts.English.Keys.Order(StringComparer.Ordinal), Texts.Spanish.Keys.Order(StringComparer.Ordinal));
        Walk.Complaints(Texts.English.Concat(Texts.Spanish).Where(t => string.IsNullOrWhiteSpace(t.Value)).Select(t => t.Key));
    }

    [Fact]
    public void Each_key_has_the_same_places_to_fill_in_in_each_language() => Walk.Complaints(
        from key in Texts.Keys
        let english = Places(Texts.English[key])
        let spanish = Places(Texts.Spanish[key])
        where !english.SequenceEqual(spanish)
        select $"{key}: {string.Join(' ', english)} and {string.Join(' ', spanish)}");

    [Fact]
    public void Each_key_that_is_asked_for_exists()
    {
        var asked = Asked().ToList();

        Assert.True(asked.Count > 100, "The pattern finds no keys any more.");
        Walk.Complaints(asked.Except(Texts.Keys).Select(key => $"{key} is used and has no words"));
        Walk.Complaints(Together.Keys.Where(t => !Code.Contains(t, StringComparison.Ordinal)).Select(t => $"{t} is not in the code any more"));
    }

    [Fact]
    public void Each_key_that_is_put_together_is_known_here() => Walk.Complaints(
        from match in Variable().Matches(Code).Select(m => m.Groups[1].Value)
        where !WholeKeys.Contains(match.Split(']')[0]) && !Together.Keys.Any(t => match.StartsWith(t, StringComparison.Ordinal))
        select $"T[{match}");

    [Fact]
    public void No_key_is_left_over() => Walk.Complaints(
        Texts.Keys.Except(Together.Values.SelectMany(v => v)).Where(key => !Code.Contains($"\"{key}\"", StringComparison.Ordinal)));

    [Fact]
    public void Each_time_zone_with_a_name_is_one() => Walk.Complaints(
        Texts.Keys.Where(k => k.StartsWith(ZonePrefix, StringComparison.Ordinal) && !TimeZoneInfo.TryFindSystemTimeZoneById(k[ZonePrefix.Length..], out _)));

    [Fact]
    public void Words_hold_no_markup() => Walk.Complaints(
        Texts.English.Concat(Texts.Spanish).Where(t => Markup().IsMatch(t.Value)).Select(t => $"{t.Key}: {t.Value}"));

    private static IEnumerable<string> Asked() =>
        Literal().Matches(Code).Select(m => m.Groups[1].Value).Concat(Together.Values.SelectMany(v => v)).Distinct();

    private static IEnumerable<string> Places(string words) => Place().Matches(words).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex("""\b(?:T|text)\["(\w+)"[\],]""")]
    private static partial Regex Literal();

    [GeneratedRegex("""\b(?:T|text)\[((?!["\d^.A-Z])[^\n]{1,60})""")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex("<[a-zA-Z/]|&[a-z]+;")]
    private static partial Regex Markup();
}
