namespace Pipeline.Suggestions.Candidates.Segments;

/// <summary>The profiles of a segment and who has them, in flat arrays.</summary>
internal sealed class ProfileTable
{
    private readonly int[] _ofPlace;
    private readonly int[] _ends;
    private readonly int[] _places;

    public ProfileTable(ReadCandidate[] candidates)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var profiles = new List<CandidateProfile>();
        _ofPlace = new int[candidates.Length];
        for (var place = 0; place < candidates.Length; place++)
        {
            var key = CandidateProfile.KeyOf(candidates[place]);
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers.Add(key, number = profiles.Count);
                profiles.Add(new(candidates[place].Candidate, candidates[place].Keywords.Length > 0));
            }

            _ofPlace[place] = number;
        }

        Profiles = [.. profiles];
        _places = [.. Enumerable.Range(0, candidates.Length).OrderBy(place => _ofPlace[place]).ThenBy(place => place)];
        _ends = new int[Profiles.Length];
        for (var index = 0; index < _places.Length; index++)
        {
            _ends[_ofPlace[_places[index]]] = index + 1;
        }
    }

    public CandidateProfile[] Profiles { get; }

    /// <summary>By place, which profile it has.</summary>
    public ReadOnlySpan<int> OfPlace => _ofPlace;

    /// <summary>The profile of a candidate.</summary>
    public CandidateProfile Of(int place) => Profiles[_ofPlace[place]];

    /// <summary>The places that have a profile, ascending.</summary>
    public ReadOnlySpan<int> PlacesOf(int profile)
    {
        var start = profile == 0 ? 0 : _ends[profile - 1];
        return _places.AsSpan(start, _ends[profile] - start);
    }
}
