using System.Globalization;
using Pipeline.Local.Demo;
using Pipeline.Messages;
using Pipeline.Scoring;
using Pipeline.Training.Corpus;
using Pipeline.Training.Situations;

namespace Pipeline.Benchmarks.Suggestions;

/// <summary>Customers' messages with the state of their conversations, scored as the stages do it: each of the bundled conversations of a language.</summary>
internal sealed class AskedMessages
{
    private readonly MessageScored[] _messages;

    private AskedMessages(MessageScored[] messages) => _messages = messages;

    /// <summary>How many there are before they begin again.</summary>
    public int Count => _messages.Length;

    /// <summary>How many turns there are before a message, on average.</summary>
    public double Turns => _messages.Average(message => message.State.Window.Count);

    public static async Task<AskedMessages> ReadAsync(string language, CancellationToken cancellationToken)
    {
        var walk = new SituationWalk(new CareAnalyzer());
        var messages = new List<MessageScored>();
        foreach (var conversation in (await BundledConversations.ReadAsync(cancellationToken)).Where(one => one.Language == language))
        {
            LabelledTurn[] turns =
                [.. conversation.Turns.Select(turn => new LabelledTurn(turn.Role == SenderRole.Customer ? "customer" : "agent", turn.Text))];
            messages.AddRange(Enumerable.Range(1, turns.Length).Where(count => turns[count - 1].Speaker == "customer").Select(count => walk.Take(new()
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{conversation.Id}-{count}"),
                Language = language,
                Brand = "boreal",
                Channel = "web",
                Turns = turns[..count],
                Expect = new([], []),
            })));
        }

        return new([.. messages]);
    }

    /// <summary>A message whose text was not met before, so that it must be read; the turns before it were.</summary>
    public MessageScored Fresh(int number)
    {
        var message = _messages[number % _messages.Length];
        return message with
        {
            Message = message.Message with { Text = string.Create(CultureInfo.InvariantCulture, $"{message.Message.Text} {number}") },
        };
    }
}
