namespace Pipeline.Suggestions.Candidates.Segments;

/// <summary>How much the words of a conversation speak for each candidate of a segment.</summary>
/// <param name="size">How many candidates there are.</param>
internal sealed class SaidWeights(int size)
{
    private readonly SaidWeight[] _weights = new SaidWeight[size];
    private readonly int[] _touched = new int[size];
    private int _count;

    /// <summary>By place.</summary>
    public ReadOnlySpan<SaidWeight> Weights => _weights;

    /// <summary>The places of all whose weight is not 0, each once.</summary>
    public ReadOnlySpan<int> Touched => _touched.AsSpan(0, _count);

    /// <summary>Whether a candidate holds a word of the customer.</summary>
    public bool AnySaid { get; private set; }

    /// <summary>Adds a word of the customer.</summary>
    /// <param name="holding">Who holds it.</param>
    /// <param name="weight">How much it counts: less in older messages.</param>
    /// <param name="newest">Whether it was said in the newest message.</param>
    public void Add(WordPostings.Posting holding, float weight, bool newest)
    {
        var places = holding.Places;
        var weights = holding.Weights;
        AnySaid |= places.Length > 0;
        for (var index = 0; index < places.Length; index++)
        {
            ref var said = ref Touch(places[index]);
            said.All += weight * weights[index];
            said.Newest += newest ? weights[index] : 0;
        }
    }

    /// <summary>Adds a word of the last answer that the customer got.</summary>
    public void AddAnswer(WordPostings.Posting holding)
    {
        var places = holding.Places;
        var weights = holding.Weights;
        for (var index = 0; index < places.Length; index++)
        {
            Touch(places[index]).Answer += weights[index];
        }
    }

    /// <summary>Makes all 0 again, which takes as long as there are places that are not.</summary>
    public void Clear()
    {
        foreach (var place in Touched)
        {
            _weights[place] = default;
        }

        _count = 0;
        AnySaid = false;
    }

    private ref SaidWeight Touch(int place)
    {
        ref var said = ref _weights[place];
        if (said is { All: 0, Answer: 0 })
        {
            _touched[_count++] = place;
        }

        return ref said;
    }
}
