using System.Text.Json.Serialization;
using Pipeline.Messages;
using Pipeline.Routing.Difficulty;
using Pipeline.Training.Corpus;
using Pipeline.Training.Routing;

namespace Pipeline.Training.BackTesting;

/// <summary>Reads conversations of files: recorded ones and labelled cases, with labels or without.</summary>
internal static class RecordedCases
{
    /// <summary>The conversations of a file, in its order.</summary>
    /// <exception cref="CorpusFileException">It is not there or empty, or a line is no conversation; the message names the line.</exception>
    public static IEnumerable<DecidedConversation> Read(string file)
    {
        var walk = new CaseWalk();
        return RoutingLines.Read(file, RecordedCaseJson.Default.RecordedCase).Select(recorded => Decided(walk, recorded));
    }

    private static DecidedConversation Decided(CaseWalk walk, RecordedCase recorded)
    {
        var conversation = CaseWalk.ConversationOf(
            recorded.Id, recorded.Language ?? recorded.Lang ?? "und", recorded.Brand, recorded.Channel, recorded.Page);
        var (messages, after) = walk.Take(conversation, recorded.Turns);
        return new(
            recorded.Id,
            [
                .. messages.Zip(after).Select((turn, index) => (Message: turn.First, After: turn.Second, Number: index + 1))
                    .Where(turn => turn.Message.Sender.Role == SenderRole.Customer)
                    .Select(turn => new DecisionPoint(
                        turn.Number, turn.Message.Text, RoutingInput.Of(turn.After.Conversation, turn.After.State))),
            ])
        {
            Expected = recorded.Expected,
        };
    }
}

/// <summary>A conversation of a file.</summary>
internal sealed record RecordedCase
{
    /// <summary>Names it in its file.</summary>
    public required string Id { get; init; }

    /// <summary>The language, as files of labelled cases name it.</summary>
    public string? Language { get; init; }

    /// <summary>The language, as files of recorded conversations name it.</summary>
    public string? Lang { get; init; }

    /// <summary>The brand.</summary>
    public string? Brand { get; init; }

    /// <summary>The channel.</summary>
    public string? Channel { get; init; }

    /// <summary>The path of the page it was opened from.</summary>
    public string? Page { get; init; }

    /// <summary>What was said, in order.</summary>
    public required IReadOnlyList<LabelledTurn> Turns { get; init; }

    /// <summary>The labels; null where nobody labelled it.</summary>
    public CaseLabels? Expected { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RecordedCase))]
internal sealed partial class RecordedCaseJson : JsonSerializerContext;
