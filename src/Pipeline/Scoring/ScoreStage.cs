using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Scoring.Fallback;
using Pipeline.Scoring.PersonalData;
using Pipeline.Scoring.SecondOpinion;

namespace Pipeline.Scoring;

/// <summary>
/// Masks the personal data of a captured message, and analyses it if it is a customer's. Whatever capture accepted goes on: when the chosen
/// analyser fails, the local one stands in.
/// </summary>
/// <param name="analyzer">The chosen analyser.</param>
/// <param name="masker">Masks personal data.</param>
/// <param name="second">Asks the chosen analyser only where the local one is unsure; null to ask it about every message.</param>
/// <param name="originals">The vault, for brands that keep texts before masking; null where there is none.</param>
public sealed class ScoreStage(
    GuardedAnalyzer analyzer, PersonalDataMasker masker, SecondOpinionAnalyzer? second = null, IOriginalTexts? originals = null)
    : IStage<MessageCaptured, MessageAnalyzed>
{
    /// <inheritdoc/>
    public async Task<StageResult<MessageAnalyzed>> RunAsync(MessageCaptured message, CancellationToken cancellationToken)
    {
        var placeholders = masker.PlaceholdersOf(message.Conversation.Key);
        var sender = MessageHygiene.Clean(message.Sender);
        string[] names = sender.FirstName is { } name ? [name] : [];
        var masked = masker.Mask(InputHygiene.Clean(message.Text), placeholders, names);
        var analysis = IsScored(message, masked.Text)
            ? await AnalyzeAsync(masked.Text, message.Conversation.LanguageHint, cancellationToken)
            : null;
        if (analysis is { LeftPersonalData.Count: > 0 })
        {
            (masked, analysis) = SecondMasking.Mask(masked, analysis, placeholders);
        }

        if (originals is not null)
        {
            // Before the masked text goes on: from here on nobody has the other one.
            await originals.KeepAsync(message, masked.Kinds.Count > 0, cancellationToken);
        }

        return new MessageAnalyzed
        {
            Conversation = Masked(MessageHygiene.Clean(message.Conversation), placeholders, names),
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
            Correction = message.Correction,
            Analysis = analysis,
        };
    }

    private Conversation Masked(Conversation conversation, Placeholders placeholders, string[] names) =>
        conversation.Attributes is { Product: { } product } attributes
            ? conversation with
            {
                Attributes = attributes with { Product = masker.Mask(InputHygiene.Clean(product), placeholders, names).Text },
            }
            : conversation;

    private ValueTask<TextAnalysis> AnalyzeAsync(string text, string? languageHint, CancellationToken cancellationToken) =>
        second?.AnalyzeAsync(text, languageHint, cancellationToken) ?? analyzer.AnalyzeAsync(text, languageHint, cancellationToken);

    /// <summary>Nobody's feelings but the customer's are ever scored.</summary>
    private static bool IsScored(MessageCaptured message, string text) =>
        message.Sender.Role == SenderRole.Customer && message.Kind is MessageKind.Message or MessageKind.Edit
            && !string.IsNullOrWhiteSpace(text);
}
