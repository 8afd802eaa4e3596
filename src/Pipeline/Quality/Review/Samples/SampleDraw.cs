using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Review.Samples;

/// <summary>
/// Draws a sample without bias by time, length or order of reading: each conversation gets a number from the seed and its key alone, as good as
/// random, and those with the smallest numbers are drawn ("bottom-k", which is uniform without replacement: Cohen and Kaplan, Summarizing data using
/// bottom-k sketches, 2007). So conversations can be read in any order, and what comes late changes no more than its own place.
/// </summary>
/// <param name="definition">What is drawn.</param>
public sealed class SampleDraw(SampleDefinition definition)
{
    private readonly SortedDictionary<string, Stratum> _strata = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];

    /// <summary>Whether a conversation belongs to what is drawn from: closed, and as the definition asks.</summary>
    public bool Takes(ConversationSummary conversation) =>
        conversation.ClosedAt is not null
        && Is(definition.Brand, conversation.Brand)
        && Is(definition.Language, conversation.Language)
        && Is(definition.Skill, conversation.Skill)
        && Is(definition.Reason, conversation.Intent)
        && Is(definition.Channel, conversation.Channel)
        && (definition.Outcome is null || conversation.Measures?.Outcome == definition.Outcome)
        && (definition.EndEmotion is null || conversation.EndEmotion == definition.EndEmotion)
        && (definition.Hard is null || conversation.Hard == definition.Hard);

    /// <summary>Puts a conversation among those that are drawn from, once.</summary>
    public void Add(ConversationSummary conversation)
    {
        _keys.Add(conversation.Key);
        var name = StratumOf(conversation);
        if (!_strata.TryGetValue(name, out var stratum))
        {
            _strata.Add(name, stratum = new(definition));
        }

        stratum.Add(new(Number(conversation.Key), conversation.Key, conversation.AdvisorId));
    }

    /// <summary>The sample.</summary>
    /// <param name="at">When it is drawn.</param>
    /// <param name="by">By whom.</param>
    public ReviewSample Draw(DateTimeOffset at, string by)
    {
        var places = Places();
        var perAdvisor = new Dictionary<string, int>(StringComparer.Ordinal);
        List<Candidate> drawn = [];
        List<StratumShare> shares = [];
        foreach (var (name, stratum) in _strata)
        {
            var taken = 0;
            foreach (var candidate in stratum.InOrder().TakeWhile(_ => taken < places[name]))
            {
                if (candidate.AdvisorId is { } advisor && definition.MostPerAdvisor is { } most)
                {
                    var held = perAdvisor.GetValueOrDefault(advisor);
                    if (held >= most)
                    {
                        continue;
                    }

                    perAdvisor[advisor] = held + 1;
                }

                drawn.Add(candidate);
                taken++;
            }

            shares.Add(new(name, stratum.Count, taken));
        }

        _keys.Sort(StringComparer.Ordinal);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', _keys))));
        return new()
        {
            Id = string.Create(
                CultureInfo.InvariantCulture,
                $"{definition.From:yyyyMMdd}-{definition.To:yyyyMMdd}-{StableHash.Of($"{definition}\0{digest}"):x16}"),
            Definition = definition,
            DrawnAt = at,
            DrawnBy = by,
            Population = _keys.Count,
            PopulationDigest = digest,
            Strata = shares,
            Conversations = [.. drawn.Order().Select(candidate => candidate.Key)],
        };
    }

    // How many places each stratum gets: equal ones, or by its share with the largest remainders; what a small stratum leaves goes to the others.
    private Dictionary<string, int> Places()
    {
        var places = _strata.Keys.ToDictionary(name => name, _ => 0, StringComparer.Ordinal);
        var left = Math.Min(definition.Size, _keys.Count);
        if (!definition.EqualStrata)
        {
            var shares = _strata.Select(pair => (Name: pair.Key, Share: (double)left * pair.Value.Count / Math.Max(1, _keys.Count))).ToList();
            shares.ForEach(share => places[share.Name] = (int)share.Share);
            var remaining = left - places.Values.Sum();
            foreach (var (name, _) in shares.OrderByDescending(share => share.Share - Math.Floor(share.Share)).ThenBy(share => share.Name, StringComparer.Ordinal).Take(remaining))
            {
                places[name]++;
            }

            return places;
        }

        while (left > 0 && _strata.Where(pair => places[pair.Key] < pair.Value.Count).ToList() is { Count: > 0 } open)
        {
            foreach (var (name, _) in open.Take(left))
            {
                places[name]++;
            }

            left -= Math.Min(left, open.Count);
        }

        return places;
    }

    private string StratumOf(ConversationSummary conversation) => definition.Stratify switch
    {
        null => "",
        SampleStratum.Brand => conversation.Brand,
        SampleStratum.Language => conversation.Language,
        SampleStratum.Reason => conversation.Intent ?? "",
        SampleStratum.Skill => conversation.Skill ?? "",
        SampleStratum.Advisor => conversation.AdvisorId ?? "",
        SampleStratum.Outcome => conversation.Measures?.Outcome.ToString() ?? "",
        SampleStratum.EndEmotion => conversation.EndEmotion?.ToString() ?? "",
        SampleStratum.Channel => conversation.Channel,
        _ => conversation.Hard ? "hard" : "easy",
    };

    // 64 bits of SHA-256 of the seed and the key.
    private ulong Number(string key) => BitConverter.ToUInt64(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{definition.Seed}\0{key}"))));

    private static bool Is(string? wanted, string? value) => wanted is null || string.Equals(wanted, value, StringComparison.Ordinal);

    private readonly record struct Candidate(ulong Number, string Key, string? AdvisorId) : IComparable<Candidate>
    {
        public int CompareTo(Candidate other) => Number.CompareTo(other.Number) is not 0 and var order ? order : string.CompareOrdinal(Key, other.Key);
    }

    // Keeps no more than can be drawn of a stratum: the smallest numbers; with a limit for each advisor, the smallest of each.
    private sealed class Stratum(SampleDefinition definition)
    {
        private const string Nobody = "";

        private readonly Dictionary<string, SortedSet<Candidate>> _byAdvisor = new(StringComparer.Ordinal);

        public int Count { get; private set; }

        public void Add(Candidate candidate)
        {
            Count++;
            var limited = definition.MostPerAdvisor is not null && candidate.AdvisorId is not null;
            var group = limited ? $"~{candidate.AdvisorId}" : Nobody;
            if (!_byAdvisor.TryGetValue(group, out var kept))
            {
                _byAdvisor.Add(group, kept = []);
            }

            kept.Add(candidate);
            if (kept.Count > (limited ? definition.MostPerAdvisor!.Value : definition.Size))
            {
                kept.Remove(kept.Max);
            }
        }

        public IEnumerable<Candidate> InOrder() => _byAdvisor.Values.SelectMany(kept => kept).Order();
    }
}
