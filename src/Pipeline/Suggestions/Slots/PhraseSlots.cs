using System.Buffers;
using System.Text;

namespace Pipeline.Suggestions.Slots;

/// <summary>The slots a phrase may hold: a name in braces, filled from what is certain about the conversation.</summary>
public static class PhraseSlots
{
    /// <summary>The customer's first name.</summary>
    public const string CustomerFirstName = "customer_first_name";

    /// <summary>The first name of the advisor who last wrote.</summary>
    public const string AdvisorFirstName = "advisor_first_name";

    /// <summary>The brand as customers read it.</summary>
    public const string Brand = "brand";

    /// <summary>The number of an order. It is masked before it reaches the stages, so the advisor fills it.</summary>
    public const string OrderNumber = "order_number";

    /// <summary>An amount of money that the customer named.</summary>
    public const string Amount = "amount";

    /// <summary>A day that the customer named.</summary>
    public const string Date = "date";

    /// <summary>The product or plan, from the platform.</summary>
    public const string Product = "product";

    /// <summary>The day of the delivery, from the platform.</summary>
    public const string DeliveryDate = "delivery_date";

    /// <summary>The day of the appointment, from the platform.</summary>
    public const string AppointmentDate = "appointment_date";

    /// <summary>Starts the slot of a link, as in <c>link:tracking</c>.</summary>
    public const string LinkPrefix = "link:";

    private static readonly string[] Known =
        [CustomerFirstName, AdvisorFirstName, Brand, OrderNumber, Amount, Date, Product, DeliveryDate, AppointmentDate];

    private static readonly SearchValues<char> LinkCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>What is wrong with the slots of a text; null when nothing is.</summary>
    public static string? ProblemOf(string text)
    {
        string? unknown = null;
        var rest = Replace(text, name =>
        {
            unknown ??= Known.Contains(name) || IsLink(name) ? null : name;
            return "";
        });
        return unknown is not null ? $"{{{unknown}}} is not a slot; there are {{{string.Join("}, {", Known)}}} and {{link:name}}."
            : rest.AsSpan().IndexOfAny('{', '}') >= 0 ? "a brace opens or closes no slot."
            : null;
    }

    /// <summary>The text without its slots.</summary>
    public static string Remove(string text) => Replace(text, static _ => " ");

    /// <summary>The text with each slot replaced. A slot is what stands between two braces with no brace between. One pass.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fill">What stands in the place of a slot of this name; null leaves the slot as it is.</param>
    public static string Replace(string text, Func<string, string?> fill)
    {
        var open = text.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return text;
        }

        var replaced = new StringBuilder(text.Length);
        var written = 0;
        while (open >= 0)
        {
            var brace = text.AsSpan(open + 1).IndexOfAny('{', '}');
            if (brace < 0)
            {
                break;
            }

            var end = open + 1 + brace;
            if (text[end] == '{')
            {
                open = end;
                continue;
            }

            if (fill(text[(open + 1)..end]) is { } value)
            {
                replaced.Append(text, written, open - written).Append(value);
                written = end + 1;
            }

            open = text.IndexOf('{', end + 1);
        }

        return replaced.Append(text, written, text.Length - written).ToString();
    }

    private static bool IsLink(string name) =>
        name.Length > LinkPrefix.Length && name.StartsWith(LinkPrefix, StringComparison.Ordinal)
        && name.AsSpan(LinkPrefix.Length).IndexOfAnyExcept(LinkCharacters) < 0;
}
