using System.Buffers;

namespace Pipeline.Messages;

/// <summary>
/// Finds slots that nobody filled. Any code that would bring a text to a customer refuses one in which this finds something.
/// </summary>
public static class UnfilledSlots
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_:");

    /// <summary>The names of the slots in a text, in order, each once: what stands between two braces and looks like a name.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var names = new List<string>();
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
        {
            var rest = text.AsSpan(open + 1);
            var length = rest.IndexOfAnyExcept(NameCharacters);
            if (length > 0 && rest[length] == '}' && rest[..length].ToString() is var name && !names.Contains(name))
            {
                names.Add(name);
            }
        }

        return names;
    }
}
