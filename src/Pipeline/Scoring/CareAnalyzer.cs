using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Scoring.Features;
using Pipeline.Scoring.Models;
using Pipeline.Scoring.Recognition;
using Pipeline.Scoring.Signals;
using Pipeline.Scoring.Signals.Grammar;

namespace Pipeline.Scoring;

/// <summary>
/// The analyser that is always there: a model trained on customer messages of our own in French and English (docs/models.md), which weighs words,
/// groups of letters and what our word lists find. It needs no network, answers in microseconds, and shows the words that decided. Thread-safe.
/// </summary>
public sealed class CareAnalyzer : ITextAnalyzer
{
    [ThreadStatic]
    private static FeatureList? _features;

    [ThreadStatic]
    private static EvidenceList? _evidence;

    private readonly LexiconReader _reader;
    private readonly CareModel _model;

    /// <summary>The analyser with the model that is part of the program, read when the first one is made.</summary>
    public CareAnalyzer()
        : this(ModelResource.Shared)
    {
    }

    private CareAnalyzer(CareModel model) => (_model, _reader) = (model, LexiconReader.Shared);

    /// <summary>The name and version of the model: another model is another version.</summary>
    public string Scorer => _model.Name;

    /// <summary>The analyser with another model, to compare with.</summary>
    /// <param name="file">A file that <c>train</c> has written.</param>
    /// <exception cref="InvalidDataException">It is no model of this version of the program.</exception>
    public static CareAnalyzer FromFile(string file)
    {
        using var stream = File.OpenRead(file);
        return new(ModelFile.Read(stream));
    }

    /// <inheritdoc/>
    public ValueTask<TextAnalysis> AnalyzeAsync(string text, string? languageHint, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Analyze(text, languageHint));

    /// <summary>Analyses a text. Never throws, whatever the text; linear in its length.</summary>
    /// <param name="text">The masked text.</param>
    /// <param name="languageHint">The language it is probably in (fr, en), for texts that do not tell.</param>
    public TextAnalysis Analyze(string text, string? languageHint)
    {
        var findings = _reader.Read(text, languageHint);
        var features = _features ??= new();
        FeatureReader.Read(findings, _reader.Vocabulary, features);
        Span<float> columns = stackalloc float[Heads.Columns];
        _model.Score(features, columns);
        var signs = SignReader.Read(text, findings.Lexicon.Language);
        var evidence = _evidence ??= new();
        EvidenceReader.Read(findings, signs, features, columns, evidence);
        var (routing, wish) = RecognitionFile.Shared.Score(evidence);
        var emotions = Decisions.EmotionsOf(columns);
        var (intent, confidence) = Decisions.IntentOf(columns);
        return new()
        {
            Language = findings.Language.Language,
            LanguageConfidence = findings.Language.Confidence,
            Sentiment = Decisions.SentimentOf(columns),
            SentimentConfidence = Decisions.SentimentConfidenceOf(columns),
            Valence = Decisions.ValenceOf(columns, findings.Feeling.Valence),
            Emotions = emotions,
            Intensity = Decisions.IntensityOf(columns),
            Aggression = Math.Round(columns[Heads.Aggression], 3),
            Intent = intent,
            IntentConfidence = confidence,
            Signals = Wish.Weigh(findings, signs, wish, RecognitionFile.Shared.WishAt),
            Routing = routing,
            Evidence = EvidenceFinder.Find(_model, features, findings.Reading, emotions[0].Emotion),
            Scorer = Scorer,
        };
    }
}
