using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Routing.Handover.Reading;

/// <summary>Finds who had a conversation: those who wrote for the service, in spells.</summary>
internal static class Holders
{
    private const int Most = 6;

    /// <summary>The newest spells, oldest first.</summary>
    public static IReadOnlyList<HandoverHolder> In(ConversationTranscript transcript)
    {
        var spells = new List<(string Who, HandoverHolder Holder)>();
        foreach (var message in transcript.Messages)
        {
            var (role, id, name) = message.Sender;
            if (message.Kind != MessageKind.Message || role is not (SenderRole.Advisor or SenderRole.Bot))
            {
                continue;
            }

            // Bots are one: who of them it was helps nobody.
            var who = role == SenderRole.Bot ? "bot" : $"advisor {id ?? name}";
            if (spells.Count > 0 && spells[^1].Who == who)
            {
                var spell = spells[^1].Holder;
                spells[^1] = (who, spell with { FirstName = spell.FirstName ?? name, To = message.SentAt });
            }
            else
            {
                spells.Add((who, new(role, role == SenderRole.Bot ? null : name, message.SentAt, message.SentAt)));
            }
        }

        return [.. spells.TakeLast(Most).Select(spell => spell.Holder)];
    }
}
