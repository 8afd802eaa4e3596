using Azure;
using Azure.AI.TextAnalytics;
using Azure.Core;

namespace Pipeline.Tests.AzureServices.Language;

/// <summary>A client of Azure AI Language that writes down its requests, made by the seams that the official package has for tests.</summary>
internal sealed class FakeLanguage : TextAnalyticsClient
{
    /// <summary>The requests for sentiment.</summary>
    public List<TextDocumentInput[]> Sentiments { get; } = [];

    /// <summary>The requests for personal data.</summary>
    public List<TextDocumentInput[]> PersonalData { get; } = [];

    /// <summary>What every request ends in; null for success.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Texts whose document the service refuses.</summary>
    public HashSet<string> Refused { get; } = [];

    /// <summary>The personal data of each text.</summary>
    public PiiEntity[] Entities { get; set; } = [];

    /// <summary>Completes when the service may answer.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>The token of the last request.</summary>
    public CancellationToken LastToken { get; private set; }

    public override async Task<Response<AnalyzeSentimentResultCollection>> AnalyzeSentimentBatchAsync(
        IEnumerable<TextDocumentInput> documents, AnalyzeSentimentOptions? options = null, CancellationToken cancellationToken = default)
    {
        Assert.True(options!.DisableServiceLogs);
        Assert.True(options.IncludeOpinionMining);
        var inputs = Note(Sentiments, documents, cancellationToken);
        await AnswerAsync(cancellationToken);
        return Response.FromValue(
            TextAnalyticsModelFactory.AnalyzeSentimentResultCollection(
                inputs.Reverse().Select(input => Refused.Contains(input.Text)
                    ? TextAnalyticsModelFactory.AnalyzeSentimentResult(input.Id, Error)
                    : TextAnalyticsModelFactory.AnalyzeSentimentResult(input.Id, default, Sentiment(input))),
                null,
                "2026-01-01"),
            new Answer(200));
    }

    public override async Task<Response<RecognizePiiEntitiesResultCollection>> RecognizePiiEntitiesBatchAsync(
        IEnumerable<TextDocumentInput> documents, RecognizePiiEntitiesOptions? options = null, CancellationToken cancellationToken = default)
    {
        Assert.True(options!.DisableServiceLogs);
        var inputs = Note(PersonalData, documents, cancellationToken);
        await AnswerAsync(cancellationToken);
        return Response.FromValue(
            TextAnalyticsModelFactory.RecognizePiiEntitiesResultCollection(
                inputs.Select(input => Refused.Contains(input.Text)
                    ? TextAnalyticsModelFactory.RecognizePiiEntitiesResult(input.Id, Error)
                    : TextAnalyticsModelFactory.RecognizePiiEntitiesResult(
                        input.Id, default, TextAnalyticsModelFactory.PiiEntityCollection(Entities, input.Text))),
                null,
                "2026-01-01"),
            new Answer(200));
    }

    /// <summary>A refusal by the service.</summary>
    public static RequestFailedException Refusal(int status, string? retryAfter = null) => new(new Answer(status, retryAfter));

    private static TextAnalyticsError Error => TextAnalyticsModelFactory.TextAnalyticsError("InvalidDocument", "It quotes the text.");

    private static TextDocumentInput[] Note(
        List<TextDocumentInput[]> requests, IEnumerable<TextDocumentInput> documents, CancellationToken cancellationToken)
    {
        TextDocumentInput[] inputs = [.. documents];
        lock (requests)
        {
            requests.Add(inputs);
        }

        return inputs;
    }

    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        LastToken = cancellationToken;
        if (Gate is { } gate)
        {
            await gate.Task.WaitAsync(cancellationToken);
        }

        if (Failure is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Texts that begin with + are positive, with ± mixed, others negative; each has one opinion about its text.</summary>
    private static DocumentSentiment Sentiment(TextDocumentInput input)
    {
        var (sentiment, positive) = input.Text[0] switch
        {
            '+' => (TextSentiment.Positive, 0.9),
            '±' => (TextSentiment.Mixed, 0.5),
            '0' => (TextSentiment.Neutral, 0.5),
            _ => (TextSentiment.Negative, 0.1),
        };
        var assessment = TextAnalyticsModelFactory.AssessmentSentiment(sentiment, positive, 1 - positive, input.Text, false, 0, input.Text.Length);
        var sentence = TextAnalyticsModelFactory.SentenceSentiment(
            sentiment, input.Text, positive, 0, 1 - positive, 0, input.Text.Length,
            [TextAnalyticsModelFactory.SentenceOpinion(default, [assessment])]);
        return TextAnalyticsModelFactory.DocumentSentiment(sentiment, positive, 0, 1 - positive, [sentence]);
    }

    private sealed class Answer(int status, string? retryAfter = null) : Response
    {
        public override int Status => status;

        public override string ReasonPhrase => "";

        public override Stream? ContentStream { get; set; }

        public override string ClientRequestId { get; set; } = "";

        public override void Dispose()
        {
        }

        protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => retryAfter is null ? [] : [new("Retry-After", retryAfter)];

        protected override bool TryGetHeader(string name, out string value)
        {
            value = retryAfter ?? "";
            return retryAfter is not null && name.Equals("Retry-After", StringComparison.OrdinalIgnoreCase);
        }

        protected override bool TryGetHeaderValues(string name, out IEnumerable<string> values)
        {
            values = retryAfter is null ? [] : [retryAfter];
            return ContainsHeader(name);
        }
    }
}
