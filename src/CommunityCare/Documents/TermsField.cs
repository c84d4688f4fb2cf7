using CommunityCare.Catalog;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CommunityCare.Documents;

/// <summary>For each vocabulary the slugs that hold. The links of a service are kept with its organization.</summary>
internal sealed class TermsField<T>(Func<T, Service?> service) : Field<T>("terms")
{
    public override FieldShape Shape => new(Name, FieldKind.Terms) { IsText = true };

    public override void Read(T target, YamlNode node, Scope scope)
    {
        if (node is not YamlMappingNode map)
        {
            scope.Wrong(node, "terms must have a line for each vocabulary, as in `kind: [peer-support]`");
            return;
        }

        foreach (var (key, value) in map.Children)
        {
            var vocabulary = (key as YamlScalarNode)?.Value ?? "";
            if (!scope.Terminology.Has(vocabulary))
            {
                scope.Unknown(key, FaultKind.UnknownVocabulary, "the vocabulary", vocabulary, scope.Terminology.Names);
            }
            else
            {
                ReadList(target, vocabulary, value, scope);
            }
        }
    }

    public override YamlNode? Write(T source, Scope scope)
    {
        var map = new YamlMappingNode();
        var groups = scope.Organization!.Terms
            .Where(link => !link.Derived && link.Service == service(source))
            .GroupBy(link => link.Term.Vocabulary.Slug)
            .OrderBy(g => g.First().Term.Vocabulary.Order).ThenBy(g => g.Key, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            map.Add(group.Key, new YamlSequenceNode(
                group.OrderBy(l => l.Term.Order).ThenBy(l => l.Term.Slug, StringComparer.Ordinal).Select(l => YamlText.Text(l.Term.Slug)))
            {
                Style = SequenceStyle.Flow,
            });
        }

        return map.Children.Count == 0 ? null : map;
    }

    private void ReadList(T target, string vocabulary, YamlNode value, Scope scope)
    {
        if (value is not YamlSequenceNode { Children.Count: > 0 and <= Organization.ListLength } list)
        {
            scope.Wrong(value, new Fault(
                FaultKind.TooMany, $"{vocabulary} must be a list such as [{scope.Terminology.Slugs(vocabulary).FirstOrDefault() ?? "slug"}]", Organization.ListLength));
            return;
        }

        foreach (var item in list)
        {
            var slug = (item as YamlScalarNode)?.Value ?? "";
            if (scope.Terminology.Find(vocabulary, slug) is not { } term)
            {
                scope.Unknown(item, FaultKind.UnknownTerm, $"the term of {vocabulary}", slug, scope.Terminology.Slugs(vocabulary));
            }
            else if (scope.Organization!.Terms.Exists(l => l.Term == term && l.Service == service(target)))
            {
                scope.Wrong(item, new Fault(FaultKind.Twice, $"{vocabulary}: `{slug}` stands twice", slug));
            }
            else
            {
                scope.Organization.Terms.Add(new() { Term = term, Service = service(target) });
            }
        }
    }
}
