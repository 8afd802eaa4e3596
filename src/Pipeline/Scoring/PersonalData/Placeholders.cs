using System.Globalization;

namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// Gives each value its placeholder: the same value of the same kind always the same number. Texts masked with one instance share their
/// numbers, from 1; with <see cref="ConversationNumbers"/> the texts of a conversation do, whichever instance masks them. Not
/// thread-safe: one instance serves one message at a time.
/// </summary>
/// <param name="numbers">The numbers of a conversation; null to count from 1.</param>
public sealed class Placeholders(ConversationNumbers? numbers = null)
{
    private readonly Dictionary<(string Kind, string Value), string> _known = [];
    private readonly HashSet<(string Kind, int Number)> _taken = [];

    /// <summary>The placeholder of a value.</summary>
    /// <param name="kind">One of <see cref="PersonalDataKind"/>.</param>
    /// <param name="value">The value without its spelling: a phone's digits, an e-mail in lower case.</param>
    public string For(string kind, string value)
    {
        if (_known.TryGetValue((kind, value), out var placeholder))
        {
            return placeholder;
        }

        var number = numbers?.Of(kind, value) ?? 1;
        while (!_taken.Add((kind, number)))
        {
            number++;
        }

        placeholder = string.Create(CultureInfo.InvariantCulture, $"[{kind.ToUpperInvariant()}_{number}]");
        _known.Add((kind, value), placeholder);
        return placeholder;
    }

    /// <summary>Takes note of a placeholder that a text already holds, so that no other value gets its number.</summary>
    internal void Reserve(string kind, int number) => _taken.Add((kind, number));
}
