using Pipeline.Messages;
using Pipeline.Replay;
using Pipeline.Scoring;
using Pipeline.Scoring.SecondOpinion;

namespace Pipeline.Training.Cost;

/// <summary>A customer's message as an analysing service would bill it.</summary>
/// <param name="Records">Text records.</param>
/// <param name="IsUnsure">Whether the local model is unsure enough to ask a service.</param>
public readonly record struct CustomerText(int Records, bool IsUnsure)
{

    /// <summary>The customers' messages of some conversations.</summary>
    public static IReadOnlyList<CustomerText> Of(IEnumerable<RecordedConversation> conversations)
    {
        var (analyzer, confidence, askBelow) = (new CareAnalyzer(), new ModelConfidence(), new SecondOpinionOptions().AskBelow);
        return
        [
            .. from conversation in conversations
               from turn in conversation.Turns
               where turn.Role == SenderRole.Customer
               let analysis = analyzer.Analyze(turn.Text, conversation.Language)
               select new CustomerText(TextRecords.Of(turn.Text), confidence.Of(analysis, turn.Text) < askBelow),
        ];
    }
}
