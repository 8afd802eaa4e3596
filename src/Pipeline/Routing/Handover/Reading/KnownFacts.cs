using System.Buffers;
using System.Globalization;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Routing.Handover.Reading;

/// <summary>Finds what is known already: what the platform tells, and what the customer gave, which is masked and stays so.</summary>
internal static class KnownFacts
{
    private const int Most = 12;
    private const int LongestPlaceholder = 40;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ_");

    /// <summary>What the platform tells, then what the customer gave, each value once.</summary>
    public static IReadOnlyList<HandoverSlot> In(ConversationTranscript transcript, IReadOnlyList<SpokenMessage> messages)
    {
        var known = new List<HandoverSlot>();
        Tell("customer_first_name", transcript.State.CustomerFirstName);
        var attributes = transcript.Conversation.Attributes;
        Tell("product", attributes?.Product);
        Tell("delivery_date", attributes?.DeliveryDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Tell("appointment_date", attributes?.AppointmentDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Tell("device", attributes?.Device is { } device ? device.ToString().ToLowerInvariant() : null);
        var given = messages.Where(message => message.IsCustomer)
            .SelectMany(message => Placeholders(message.Text).Select(placeholder => new HandoverSlot(NameOf(placeholder), placeholder, message.Id)))
            .DistinctBy(slot => slot.Value, StringComparer.Ordinal);
        return [.. known, .. given.TakeLast(Most - known.Count)];

        void Tell(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                known.Add(new(name, Quote.Of(value), null));
            }
        }
    }

    /// <summary>What stands in brackets, in capitals, with a number behind it: <c>[ORDER_NUMBER_1]</c>.</summary>
    private static IEnumerable<string> Placeholders(string text)
    {
        for (var open = text.IndexOf('[', StringComparison.Ordinal); open >= 0; open = text.IndexOf('[', open + 1))
        {
            var close = text.IndexOf(']', open);
            if (close > open && close - open < LongestPlaceholder && IsPlaceholder(text.AsSpan(open + 1, close - open - 1)))
            {
                yield return text[open..(close + 1)];
            }
        }
    }

    private static bool IsPlaceholder(ReadOnlySpan<char> inside)
    {
        var number = inside.LastIndexOf('_');
        return number > 0
            && number + 1 < inside.Length
            && inside[(number + 1)..].IndexOfAnyExceptInRange('0', '9') < 0
            && inside[..number].IndexOfAnyExcept(NameCharacters) < 0;
    }

    private static string NameOf(string placeholder) => placeholder[1..placeholder.LastIndexOf('_')].ToLowerInvariant();
}
