using Pipeline.Messages;
using Pipeline.Routing.Difficulty;
using Pipeline.Scoring.Recognition;

namespace Pipeline.Training.Routing.Learning;

/// <summary>A labelled chat, taken the product's way, with what is read in each of its customer's messages.</summary>
/// <param name="Hand">Who wrote it.</param>
/// <param name="Labelled">The chat with its labels.</param>
/// <param name="Input">What the decision after its last message is made from.</param>
/// <param name="Messages">The customer's messages.</param>
internal sealed record LearningCase(string Hand, LabelledCase Labelled, RoutingInput Input, IReadOnlyList<MessageEvidence> Messages)
{
    /// <summary>Takes a chat.</summary>
    public static LearningCase Take(CaseWalk walk, string hand, LabelledCase labelled)
    {
        var (messages, after) = walk.Take(
            CaseWalk.ConversationOf(labelled.Id, labelled.SpokenLanguage, labelled.Brand, labelled.Channel, labelled.Page), labelled.Turns);
        var (conversation, state) = after[^1];
        return new(
            hand,
            labelled,
            RoutingInput.Of(conversation, state),
            [.. messages.Where(message => message.Analysis is not null).Select(message => MessageEvidence.Read(message.Text, labelled.SpokenLanguage))]);
    }

    /// <summary>The input with the messages scored by another model of words.</summary>
    public RoutingInput ScoredBy(RecognitionModel words)
    {
        var list = new EvidenceList();
        RoutingEvidence? evidence = null;
        foreach (var message in Messages)
        {
            message.Fill(list);
            evidence = RoutingEvidence.After(evidence, words.Score(list).Scores);
        }

        return Input with { State = Input.State with { RoutingEvidence = evidence } };
    }
}

/// <summary>A labelled message, with what is read in it.</summary>
/// <param name="Hand">Who wrote it.</param>
/// <param name="Wish">Whether it asks for a person.</param>
/// <param name="Language">The language.</param>
/// <param name="Message">The message.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record LearningWish(string Hand, bool Wish, string Language, MessageEvidence Message, float Weight);
