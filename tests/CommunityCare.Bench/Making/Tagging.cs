using CommunityCare.Catalog;

namespace CommunityCare.Bench.Making;

/// <summary>Which terms an organization and its services have: few have many, and much is not stated.</summary>
internal sealed class Tagging
{
    private const double Nationwide = 0.08;
    private readonly Dictionary<(string Vocabulary, string Slug), Term> _terms;
    private readonly Dictionary<string, Term> _states;
    private readonly Skewed<Term> _kinds;
    private readonly Skewed<Term> _communities;
    private readonly Skewed<Term> _languages;
    private readonly Skewed<Term> _ways;
    private readonly Skewed<Term> _costs;
    private readonly Skewed<int> _kindCount = new([(1, 80), (2, 15), (3, 5)]);
    private readonly Skewed<int> _communityCount = new([(0, 20), (1, 30), (2, 25), (3, 15), (4, 10)]);

    public Tagging(IReadOnlyList<Term> terms, Curated curated)
    {
        _terms = terms.ToDictionary(t => (t.Vocabulary.Slug, t.Slug));
        _states = terms.Where(t => t.Vocabulary.Slug == Vocabulary.Place)
            .SelectMany(t => t.Words.Where(w => w.Length == 2).Select(w => (State: w, Term: t))).ToDictionary(s => s.State, s => s.Term);
        _kinds = Skewed.Zipf(ByUse(Vocabulary.Kind), shift: 2);
        _communities = Skewed.Zipf(ByUse(Vocabulary.Community));
        _languages = Skewed.Zipf(ByUse(Vocabulary.Language));
        _costs = Skewed.Zipf(ByUse(Vocabulary.Cost));
        _ways = new(ByUse(Vocabulary.How).Select((term, rank) => (term, term.Slug == Term.WarmLine ? 0.01 : 1.0 / (rank + 1))));

        IEnumerable<Term> ByUse(string vocabulary) => curated.TermsByUse(vocabulary).Select(slug => _terms.GetValueOrDefault((vocabulary, slug))).OfType<Term>();
    }

    public List<Term> Kinds(Chance chance) => _kinds.Pick(chance, _kindCount.Pick(chance));

    public void Tag(Chance chance, Organization organization, IEnumerable<Term> kinds, string state)
    {
        organization.Terms.AddRange(kinds.Select(k => new TermLink { Term = k }));
        organization.Terms.AddRange(_communities.Pick(chance, _communityCount.Pick(chance)).Select(c => new TermLink { Term = c }));
        if (chance.Is(Nationwide))
        {
            organization.Terms.Add(new() { Term = _terms[(Vocabulary.Place, Term.Everywhere)] });
        }
        else if (chance.Is(0.5) && _states.TryGetValue(state, out var place))
        {
            organization.Terms.Add(new() { Term = place });
        }

        State(chance, organization, _ways, stated: 0.75, most: 2);
        State(chance, organization, _languages, stated: 0.45, most: 3);
        State(chance, organization, _costs, stated: 0.6, most: 1);
    }

    // Half of what is stated is stated for the whole organization, the rest for one service.
    private static void State(Chance chance, Organization organization, Skewed<Term> terms, double stated, int most)
    {
        if (chance.Is(stated))
        {
            var service = chance.Is(0.5) ? chance.Of(organization.Services) : null;
            organization.Terms.AddRange(terms.Pick(chance, chance.Between(1, most)).Select(t => new TermLink { Term = t, Service = service }));
        }
    }
}
