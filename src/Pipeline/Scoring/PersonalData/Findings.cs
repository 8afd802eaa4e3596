using System.Collections;

namespace Pipeline.Scoring.PersonalData;

/// <summary>A piece of personal data in a text.</summary>
/// <param name="Start">Where it starts in the view.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Value">The value without its spelling.</param>
internal readonly record struct Finding(int Start, int End, string Kind, string Value);

/// <summary>What was found so far. No two overlap: whoever comes first keeps the place.</summary>
internal sealed class Findings(int length)
{
    private readonly BitArray _taken = new(length);
    private readonly List<Finding> _found = [];

    /// <summary>The findings in the order of the text.</summary>
    public IEnumerable<Finding> InOrder()
    {
        _found.Sort((left, right) => left.Start.CompareTo(right.Start));
        return _found;
    }

    /// <summary>How many there are.</summary>
    public int Count => _found.Count;

    /// <summary>Whether nothing was found in a range.</summary>
    public bool IsFree(int start, int end)
    {
        for (var position = start; position < end; position++)
        {
            if (_taken[position])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The end of the free part of a range, without the spaces and commas it would end in.</summary>
    public int FreeEnd(ScanText text, int start, int end)
    {
        var free = start;
        while (free < end && !_taken[free])
        {
            free++;
        }

        while (free > start && free < end && !text.IsWord(free - 1))
        {
            free--;
        }

        return free;
    }

    /// <summary>Keeps others out of a range that is not masked: a placeholder, or a number known to be no person's.</summary>
    public void Protect(int start, int end)
    {
        for (var position = start; position < end; position++)
        {
            _taken[position] = true;
        }
    }

    /// <summary>Adds a finding, unless its place is taken.</summary>
    public bool TryAdd(int start, int end, string kind, string value)
    {
        if (end <= start || !IsFree(start, end))
        {
            return false;
        }

        Protect(start, end);
        _found.Add(new(start, end, kind, value));
        return true;
    }
}
