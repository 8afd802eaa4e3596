using System.Text.RegularExpressions;

namespace Pipeline.Suggestions.Slots;

/// <summary>The slots a phrase may hold: a name in braces, filled from what is certain about the conversation.</summary>
public static partial class PhraseSlots
{
    /// <summary>The customer's first name.</summary>
    public const string CustomerFirstName = "customer_first_name";

    /// <summary>The first name of the advisor who last wrote.</summary>
    public const string AdvisorFirstName = "advisor_first_name";

    /// <summary>The brand as customers read it.</summary>
    public const string Brand = "brand";

    /// <summary>Starts the slot of a link, as in <c>link:tracking</c>.</summary>
    public const string LinkPrefix = "link:";

    private static readonly string[] Known = [CustomerFirstName, AdvisorFirstName, Brand, "order_number", "amount", "date"];

    /// <summary>What is wrong with the slots of a text; null when nothing is.</summary>
    public static string? ProblemOf(string text)
    {
        foreach (Match slot in Slot().Matches(text))
        {
            if (!Known.Contains(slot.Groups["name"].Value) && !Link().IsMatch(slot.Groups["name"].Value))
            {
                return $"{slot.Value} is not a slot; there are {{{string.Join("}, {", Known)}}} and {{link:name}}.";
            }
        }

        return Slot().Replace(text, "").AsSpan().IndexOfAny('{', '}') < 0 ? null : "a brace opens or closes no slot.";
    }

    /// <summary>The text without its slots.</summary>
    public static string Remove(string text) => Slot().Replace(text, " ");

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.CultureInvariant)]
    internal static partial Regex Slot();

    [GeneratedRegex(@"^link:[a-z0-9_]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
