using Microsoft.Extensions.Logging;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Scoring.PersonalData;

namespace Pipeline.Scoring;

/// <summary>
/// Masks the personal data of a captured message, and analyses it if it is a customer's. Whatever capture accepted goes on. An analyser
/// that
/// fails or takes too long is replaced by the local one for this message, and the result says so.
/// </summary>
public sealed partial class ScoreStage(
    ITextAnalyzer analyzer, LexiconAnalyzer local, PersonalDataMasker masker, TimeProvider clock, ILogger<ScoreStage> logger)
    : IStage<MessageCaptured, MessageAnalyzed>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

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
            Analysis = IsScored(message, masked.Text) ? await AnalyzeAsync(message, masked.Text, cancellationToken) : null,
        };
    }

    /// <summary>Nobody's feelings but the customer's are ever scored.</summary>
    private static bool IsScored(MessageCaptured message, string text) =>
        message.Sender.Role == SenderRole.Customer && message.Kind is MessageKind.Message or MessageKind.Edit
            && !string.IsNullOrWhiteSpace(text);

    private async Task<TextAnalysis> AnalyzeAsync(MessageCaptured message, string text, CancellationToken cancellationToken)
    {
        var hint = message.Conversation.LanguageHint;
        try
        {
            return await AnalyzeInTimeAsync(text, hint, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever is wrong with an analyser, the customer's message goes on.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.AnalyzerFailed(logger, message.MessageId, failure.GetType().Name);
            return local.Analyze(text, hint) with { Degraded = true };
        }
    }

    private async Task<TextAnalysis> AnalyzeInTimeAsync(string text, string? hint, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(analyzer, local))
        {
            return local.Analyze(text, hint);
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        return await analyzer.AnalyzeAsync(text, hint, either.Token).AsTask().WaitAsync(either.Token);
    }

    private static partial class Log
    {
        // The exception itself stays out of the log: its message may quote the text.
        [LoggerMessage(1, LogLevel.Warning, "The analyser failed on message {MessageId} ({Failure}); the local one stood in.")]
        public static partial void AnalyzerFailed(ILogger logger, string messageId, string failure);
    }
}
