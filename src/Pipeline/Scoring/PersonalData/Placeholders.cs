using System.Globalization;

namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// Gives each value its placeholder: the same value of the same kind always the same number, from 1. Texts masked with one instance
/// share their numbers. Not thread-safe: one instance serves one message (or one conversation) at a time.
/// </summary>
public sealed class Placeholders
{
    private readonly Dictionary<(string Kind, string Value), string> _known = [];
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    /// <summary>The placeholder of a value.</summary>
    /// <param name="kind">One of <see cref="PersonalDataKind"/>.</param>
    /// <param name="value">The value without its spelling: a phone's digits, an e-mail in lower case.</param>
    public string For(string kind, string value)
    {
        if (_known.TryGetValue((kind, value), out var placeholder))
        {
            return placeholder;
        }

        var number = _last.GetValueOrDefault(kind) + 1;
        _last[kind] = number;
        placeholder = string.Create(CultureInfo.InvariantCulture, $"[{kind.ToUpperInvariant()}_{number}]");
        _known.Add((kind, value), placeholder);
        return placeholder;
    }

    /// <summary>Takes note of a placeholder that a text already holds, so that no other value gets its number.</summary>
    internal void Reserve(string kind, int number) => _last[kind] = Math.Max(number, _last.GetValueOrDefault(kind));
}
