using System.Globalization;
using Azure;
using Azure.AI.TextAnalytics;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Scoring.SecondOpinion;

namespace Pipeline.AzureServices.Language;

/// <summary>
/// Azure AI Language: sentiment with opinion mining, and if wanted personal data that masking left. It gives no emotions and no intent, so it
/// is asked for a second opinion (<see cref="SecondOpinionAnalyzer"/>) and never alone. Callers who ask at the same time share requests. It
/// does not try again by itself: the message is live, and whoever asks has a stand-in. Its sentiment analysis retires on 2029-03-31.
/// </summary>
public sealed class LanguageAnalyzer : ITextAnalyzer
{
    /// <summary>The name of this scorer; the version of the service's model follows it.</summary>
    public const string ScorerName = "azure-language";

    // "Data limits" of the service, 2025-11: documents of one synchronous request.
    private const int MostForSentiment = 10;
    private const int MostForPersonalData = 5;

    /// <summary>How long a document waits for others: little beside the call itself, and enough for the messages of one batch of the bus.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(20);

    private readonly TextAnalyticsClient _client;
    private readonly TimeProvider _clock;
    private readonly DocumentGathering<TextAnalysis> _sentiments;
    private readonly DocumentGathering<IReadOnlyList<PersonalDataSpan>>? _personalData;

    /// <summary>Asks through a client.</summary>
    /// <param name="client">The client: it should not try again by itself.</param>
    /// <param name="options">Whether personal data is looked for.</param>
    /// <param name="clock">Times the wait for other documents.</param>
    public LanguageAnalyzer(TextAnalyticsClient client, IOptions<SecondOpinionOptions> options, TimeProvider clock)
    {
        (_client, _clock) = (client, clock);
        _sentiments = new(MostForSentiment, Wait, clock, AnalyzeSentimentAsync);
        _personalData = options.Value.FindPersonalData ? new(MostForPersonalData, Wait, clock, FindPersonalDataAsync) : null;
    }

    /// <inheritdoc/>
    /// <exception cref="RequestFailedException">The service refused the request for another reason, or was not reached.</exception>
    /// <exception cref="InvalidDataException">The service refused this document, and said why; others of the request were answered.</exception>
    public async ValueTask<TextAnalysis> AnalyzeAsync(string text, string? languageHint, CancellationToken cancellationToken)
    {
        var document = Document.Of(text, languageHint ?? "fr");
        if (_personalData is null)
        {
            return await _sentiments.AskAsync(document, cancellationToken);
        }

        var spans = await _personalData.AskAsync(document, cancellationToken);
        return await _sentiments.AskAsync(document.Without(spans), cancellationToken) with { LeftPersonalData = spans };
    }

    private async Task<IReadOnlyList<Task<TextAnalysis>>> AnalyzeSentimentAsync(
        IReadOnlyList<Document> documents, CancellationToken cancellationToken)
    {
        var options = new AnalyzeSentimentOptions { IncludeOpinionMining = true, DisableServiceLogs = true };
        var results = await CallAsync(_client.AnalyzeSentimentBatchAsync(Document.Inputs(documents), options, cancellationToken));
        return InOrder(documents, results, (document, result) =>
            SentimentMapping.Of(result.DocumentSentiment, document.Language, results.ModelVersion));
    }

    private async Task<IReadOnlyList<Task<IReadOnlyList<PersonalDataSpan>>>> FindPersonalDataAsync(
        IReadOnlyList<Document> documents, CancellationToken cancellationToken)
    {
        var options = new RecognizePiiEntitiesOptions { DisableServiceLogs = true };
        var results = await CallAsync(_client.RecognizePiiEntitiesBatchAsync(Document.Inputs(documents), options, cancellationToken));
        return InOrder(documents, results, (_, result) => PersonalDataMapping.Of(result.Entities));
    }

    private async Task<T> CallAsync<T>(Task<Response<T>> call)
    {
        try
        {
            return (await call).Value;
        }
        catch (RequestFailedException failure) when (LanguageFailures.Busy(failure, _clock.GetUtcNow()) is { } busy)
        {
            throw busy;
        }
    }

    /// <summary>An answer for each document, found by its id. One that failed fails alone.</summary>
    private static Task<TAnswer>[] InOrder<TResult, TAnswer>(
        IReadOnlyList<Document> documents, IEnumerable<TResult> results, Func<Document, TResult, TAnswer> read)
        where TResult : TextAnalyticsResult
    {
        var byId = results.ToDictionary(result => result.Id, StringComparer.Ordinal);
        return [.. documents.Select((document, place) =>
            !byId.TryGetValue(place.ToString(CultureInfo.InvariantCulture), out var result) ? Failed<TAnswer>("it gave no answer")
            : result.HasError ? Failed<TAnswer>(result.Error.ErrorCode.ToString())
            : Task.FromResult(read(document, result)))];
    }

    // Only the code: the message of an error may quote the text.
    private static Task<TAnswer> Failed<TAnswer>(string why)
    {
        var failed = Task.FromException<TAnswer>(new InvalidDataException($"Azure AI Language refused a document: {why}."));

        // Who asked may have gone: then the failure is nobody's.
        _ = failed.Exception;
        return failed;
    }
}
