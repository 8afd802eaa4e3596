using Pipeline.Messages;
using Pipeline.Scoring.Fallback;
using Pipeline.Scoring.PersonalData;

namespace Pipeline.Scoring;

/// <summary>
/// Masks the personal data of a captured message, and analyses it if it is a customer's. Whatever capture accepted goes on: when the chosen
/// analyser fails, the local one stands in.
/// </summary>
public sealed class ScoreStage(GuardedAnalyzer analyzer, PersonalDataMasker masker) : IStage<MessageCaptured, MessageAnalyzed>
{
    /// <inheritdoc/>
    public async Task<StageResult<MessageAnalyzed>> RunAsync(MessageCaptured message, CancellationToken cancellationToken)
    {
        var placeholders = new Placeholders();
        var sender = MessageHygiene.Clean(message.Sender);
        string[] names = sender.FirstName is { } name ? [name] : [];
        var masked = masker.Mask(InputHygiene.Clean(message.Text), placeholders, names);
        return new MessageAnalyzed
        {
            Conversation = MessageHygiene.Clean(message.Conversation),
            MessageId = message.MessageId,
            Kind = message.Kind,
            Sender = sender,
            SentAt = message.SentAt,
            Text = masked.Text,
            Masked = masked.Kinds,
            Attachments = [.. message.Attachments.Select(file =>
                file with
                {
                    Name = masker.Mask(InputHygiene.Clean(file.Name), placeholders, names).Text,
                    MediaType = file.MediaType is { } type ? InputHygiene.Clean(type) : null,
                })],
            TargetMessageId = message.TargetMessageId,
            Rating = message.Rating,
            Analysis = IsScored(message, masked.Text)
                ? await analyzer.AnalyzeAsync(masked.Text, message.Conversation.LanguageHint, cancellationToken)
                : null,
        };
    }

    /// <summary>Nobody's feelings but the customer's are ever scored.</summary>
    private static bool IsScored(MessageCaptured message, string text) =>
        message.Sender.Role == SenderRole.Customer && message.Kind is MessageKind.Message or MessageKind.Edit
            && !string.IsNullOrWhiteSpace(text);
}
