using Pipeline.Messages;
using Pipeline.Suggestions.Candidates.Segments;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>A word of the customer, and how much it counts.</summary>
/// <param name="Token">The word.</param>
/// <param name="Weight">1 in the newest message, less in those before it.</param>
/// <param name="Hash">Its number: see <see cref="WordHash"/>.</param>
internal readonly record struct SaidWord(Token Token, double Weight, uint Hash);

/// <summary>What a reply must fit: read once from a scored message, then compared with every candidate.</summary>
internal sealed class Situation
{
    /// <summary>How much each of the customer's last messages counts, newest first; those before them count nothing.</summary>
    private static readonly double[] TurnWeights = [NewestWeight, 0.5, 0.25];

    /// <summary>How much a word of the newest message counts.</summary>
    public const double NewestWeight = 1;

    /// <summary>So sure that, by its calibrated probability, it is almost never wrong.</summary>
    private const double CertainMatter = 0.98;

    /// <summary>A message of fewer words says little by itself.</summary>
    private const int ShortMessage = 5;

    /// <summary>Reads a message.</summary>
    /// <param name="scored">The customer's newest message and the state of the conversation.</param>
    /// <param name="language">The language to answer in: fr or en.</param>
    public Situation(MessageScored scored, string language)
    {
        var texts = TextReadings.In(language);
        Language = language;
        Brand = scored.Conversation.Brand;
        Channel = scored.Conversation.Channel;
        Mood = Moods.Of(scored.Message.Analysis, scored.State.Journey);
        Moment = MomentReading.Of(scored, language, Mood);
        Intents = IntentsOf(scored);
        Words = WordsOf(scored, language, Moment);
        var others = scored.State.Window.Where(turn => turn.Role != SenderRole.Customer).ToArray();
        Told = [.. others.Select(turn => texts.Read(turn.Text).WordSet)];
        Answers = scored.State.AdvisorMessages;
        AnswerWords = others.Length > 0 ? WordHash.SetOf(texts.Read(others[^1].Text).Words) : [];
        AnsweredWords = WordHash.SetOf([.. others.SelectMany(turn => texts.Read(turn.Text).Words)]);
        Topic = NewMatter(scored.Message.Analysis) ?? scored.State.Intent;
        Related = Intents.Keys.SelectMany(RelatedIntents.Of).ToHashSet(StringComparer.Ordinal);
        var matters = (double)scored.State.Intents.Values.Sum();
        TopicShares = scored.State.Intents.ToDictionary(pair => pair.Key, pair => pair.Value / matters, StringComparer.Ordinal);
        NewestIntent = scored.Message.Analysis?.Intent;
        NewestIntentConfidence = scored.Message.Analysis?.IntentConfidence ?? 1;
        CustomerAsks = scored.Message.Text.TrimEnd().EndsWith('?');
        AdvisorAsked = others.Length > 0 && others[^1].Text.TrimEnd().EndsWith('?');
        var folded = texts.Read(scored.Message.Text).Folded;
        Thanks = MomentCues.For(language).SayThanks(folded);
        GivesFigures = scored.Message.Text.Any(char.IsAsciiDigit);
        IsShort = folded.AsSpan().Count(' ') < ShortMessage;
        AdvisorChecks = others.Length > 0 && MomentCues.For(language).SayChecking(texts.Read(others[^1].Text).Folded);
        Apologised = others.Any(turn => MomentCues.For(language).SayApology(texts.Read(turn.Text).Folded));
        Grave = scored.State.Signals.ContainsKey("legal_threat") || scored.State.Journey.NegativeStreak >= 3;
    }

    public string Language { get; }

    public string Brand { get; }

    public string Channel { get; }

    public Mood Mood { get; }

    public Moment Moment { get; }

    /// <summary>What the conversation is about, each from 0 to 1.</summary>
    public IReadOnlyDictionary<string, double> Intents { get; }

    /// <summary>The words of the customer's last messages, each once, with its greatest weight.</summary>
    public IReadOnlyList<SaidWord> Words { get; }

    /// <summary>The words of each turn of advisors, bots and the platform: never to be offered again.</summary>
    public IReadOnlyList<uint[]> Told { get; }

    /// <summary>What the newest message is about; null when it does not tell.</summary>
    public string? NewestIntent { get; }

    /// <summary>How sure that is, 0 to 1.</summary>
    public double NewestIntentConfidence { get; }

    /// <summary>Whether the newest message ends in a question mark.</summary>
    public bool CustomerAsks { get; }

    /// <summary>The words of the last answer that the customer got.</summary>
    public IReadOnlyList<uint> AnswerWords { get; }

    /// <summary>What the conversation as a whole is about now; null while it does not tell.</summary>
    public string? Topic { get; }

    /// <summary>What the conversation may be about instead.</summary>
    public IReadOnlySet<string> Related { get; }

    /// <summary>For each intent the share of the customer's messages that were about it.</summary>
    public IReadOnlyDictionary<string, double> TopicShares { get; }

    /// <summary>The words of everything that the customer was told, as far back as the window reaches.</summary>
    public IReadOnlyList<uint> AnsweredWords { get; }

    /// <summary>How often an advisor has answered.</summary>
    public int Answers { get; }

    /// <summary>Whether the last thing the customer was told is a question.</summary>
    public bool AdvisorAsked { get; }

    /// <summary>Whether the newest message thanks.</summary>
    public bool Thanks { get; }

    /// <summary>Whether the newest message holds a number: mostly what an advisor asked for.</summary>
    public bool GivesFigures { get; }

    /// <summary>Whether the newest message has few words.</summary>
    public bool IsShort { get; }

    /// <summary>Whether the last thing the customer was told is that something is being looked into.</summary>
    public bool AdvisorChecks { get; }

    /// <summary>Whether somebody has said sorry already.</summary>
    public bool Apologised { get; }

    /// <summary>Whether a matter is being worked on, so that asking for a moment to look something up is seldom wrong.</summary>
    public bool HasWorkAhead => Moment is Moment.Working or Moment.Acknowledging or Moment.Waiting or Moment.WantsHuman;

    /// <summary>Whether it has gone so wrong that somebody else may have to take over.</summary>
    public bool Grave { get; }

    /// <summary>
    /// The newest message says best what to answer; but an "ok" or a "thanks" does not change the subject, so what the conversation is about
    /// stands beside it.
    /// </summary>
    private static Dictionary<string, double> IntentsOf(MessageScored scored)
    {
        var intents = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (intent, count) in scored.State.Intents)
        {
            Add(intent, count > 0 ? 0.4 : 0);
        }

        Add(scored.State.Intent, 0.8);
        var newest = scored.Message.Analysis?.Intent;
        Add(newest, newest == "small_talk_other" && scored.State.Intent is { } topic && topic != newest ? 0.5 : 1);
        return intents;

        void Add(string? intent, double weight)
        {
            if (intent is not null && weight > intents.GetValueOrDefault(intent))
            {
                intents[intent] = weight;
            }
        }
    }

    /// <summary>What the newest message is about, when that is certain: then it changes the subject, whatever was spoken of before.</summary>
    private static string? NewMatter(TextAnalysis? analysis) =>
        analysis is { Intent: not (null or "small_talk_other" or "thanks_feedback" or "human_request") } && (analysis.IntentConfidence ?? 1) >= CertainMatter
            ? analysis.Intent
            : null;

    private static SaidWord[] WordsOf(MessageScored scored, string language, Moment moment)
    {
        var readings = TextReadings.In(language);
        // The newest message by its whole text: a turn of the window is cut.
        var texts = scored.State.Window
            .Where(turn => turn.Role == SenderRole.Customer && turn.MessageId != scored.Message.MessageId)
            .Select(turn => turn.Text)
            .Append(scored.Message.Text)
            .Reverse();
        var words = new Dictionary<string, SaidWord>(StringComparer.Ordinal);
        foreach (var (text, weight) in texts.Zip(TurnWeights))
        {
            foreach (var token in readings.Read(text).Words)
            {
                words.TryAdd(token.Stem, new(token, weight, WordHash.Of(token.Stem)));
            }
        }

        if (moment == Moment.Waiting)
        {
            // Who asks "vous êtes là ?" means the wait without naming it. It has no surface: the customer did not write it.
            foreach (var token in readings.Read(language == "fr" ? "attente" : "wait").Words)
            {
                words.TryAdd(token.Stem, new(token with { Surface = "" }, 1, WordHash.Of(token.Stem)));
            }
        }

        return [.. words.Values];
    }
}
