namespace Pipeline.Quality.Knowledge.Register;

/// <summary>Sightings that are one question.</summary>
/// <param name="Id">The id of the sighting that founded it.</param>
/// <param name="Card">What people did with it; null while nobody did anything.</param>
/// <param name="Sightings">When it came up, by time.</param>
public sealed record QuestionGroup(string Id, QuestionCard? Card, IReadOnlyList<Sighting> Sightings);

/// <summary>
/// Finds what is one question. A pure function of the set of rows of a scope, whatever order they came in: sightings are gone through in the order
/// in which they were said (then by id). Each joins the group whose founder it is most like, if it is like enough, else it founds one. Questions
/// that somebody acted on are founded first, so that an owner never loses the question they took.
/// </summary>
public static class QuestionGroups
{
    /// <summary>
    /// From this likeness on two texts are one question: twice the terms that both have over the terms of both (Dice's coefficient). To join two
    /// questions hides one, to keep two apart shows them side by side: so it is set where next to no others join (docs/knowledge-loop.md).
    /// </summary>
    public const double Alike = 0.6;

    /// <summary>The groups; those that somebody acted on first, by id, then the others by time.</summary>
    public static IReadOnlyList<QuestionGroup> Of(IEnumerable<QuestionCard> cards, IEnumerable<Sighting> sightings)
    {
        Sighting[] ordered = [.. sightings.OrderBy(sighting => sighting.At).ThenBy(sighting => sighting.Id, StringComparer.Ordinal)];
        var byId = ordered.ToDictionary(sighting => sighting.Id, StringComparer.Ordinal);
        var founded = new Founders();
        foreach (var card in cards.OrderBy(card => card.Id, StringComparer.Ordinal))
        {
            founded.Add(card.Id, card, byId.TryGetValue(card.Id, out var founder) ? founder.Terms : card.StandInTerms);
        }

        foreach (var sighting in ordered)
        {
            var place = founded.PlaceOf(sighting) ?? founded.Add(sighting.Id, null, sighting.Terms);
            founded.Members[place].Add(sighting);
        }

        return [.. founded.Groups()];
    }

    private sealed class Founders
    {
        private readonly List<(string Id, QuestionCard? Card, IReadOnlyList<string> Terms)> _all = [];
        private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<int>> _byTerm = new(StringComparer.Ordinal);

        public List<List<Sighting>> Members { get; } = [];

        public int Add(string id, QuestionCard? card, IReadOnlyList<string> terms)
        {
            var place = _all.Count;
            _all.Add((id, card, terms));
            _byId[id] = place;
            Members.Add([]);
            foreach (var term in terms)
            {
                (_byTerm.TryGetValue(term, out var places) ? places : _byTerm[term] = []).Add(place);
            }

            return place;
        }

        public int? PlaceOf(Sighting sighting)
        {
            if (_byId.TryGetValue(sighting.Id, out var own))
            {
                return own;
            }

            // Only founders with a word in common can be alike.
            var common = new Dictionary<int, int>();
            foreach (var term in sighting.Terms)
            {
                foreach (var place in _byTerm.GetValueOrDefault(term) ?? [])
                {
                    common[place] = common.GetValueOrDefault(place) + 1;
                }
            }

            (int Place, double Likeness)? best = null;
            foreach (var (place, words) in common)
            {
                var likeness = 2.0 * words / (sighting.Terms.Count + _all[place].Terms.Count);
                if (likeness >= Alike && (best is not { } known || likeness > known.Likeness || (likeness == known.Likeness && place < known.Place)))
                {
                    best = (place, likeness);
                }
            }

            return best?.Place;
        }

        public IEnumerable<QuestionGroup> Groups() => _all.Select((founder, place) => new QuestionGroup(founder.Id, founder.Card, Members[place]));
    }
}
