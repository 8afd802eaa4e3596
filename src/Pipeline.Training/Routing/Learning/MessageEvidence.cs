using Pipeline.Scoring;
using Pipeline.Scoring.Features;
using Pipeline.Scoring.Models;
using Pipeline.Scoring.PersonalData;
using Pipeline.Scoring.Recognition;
using Pipeline.Scoring.Signals;
using Pipeline.Scoring.Signals.Grammar;

namespace Pipeline.Training.Routing.Learning;

/// <summary>What the recognisers read in one message, kept for many trainings.</summary>
/// <param name="Ids">The features.</param>
/// <param name="Values">Their values.</param>
/// <param name="Shared">How many of them all recognisers weigh.</param>
/// <param name="HeardByGrammar">Whether the grammar hears a wish for a person.</param>
/// <param name="Denied">Whether the grammar or the word lists deny one, so that the model must be nearly certain.</param>
internal sealed record MessageEvidence(uint[] Ids, float[] Values, int Shared, bool HeardByGrammar, bool Denied)
{
    private static readonly PersonalDataMasker Masker = new();

    /// <summary>Reads a text as it is before masking.</summary>
    public static MessageEvidence ReadRaw(string text, string? language) => Read(Masker.Mask(InputHygiene.Clean(text)).Text, language);

    /// <summary>Reads a masked text, as the analyser does.</summary>
    public static MessageEvidence Read(string masked, string? language)
    {
        var features = new FeatureList();
        var columns = new float[Heads.Columns];
        var findings = LexiconReader.Shared.Read(masked, language);
        FeatureReader.Read(findings, LexiconReader.Shared.Vocabulary, features);
        ModelResource.Shared.Score(features, columns);
        var signs = SignReader.Read(masked, findings.Lexicon.Language);
        var list = new EvidenceList();
        EvidenceReader.Read(findings, signs, features, columns, list);
        return new(list.Ids.ToArray(), list.Values.ToArray(), list.Shared, signs.Found.Contains(Messages.SignalNames.WantsHuman), Wish.IsDenied(findings, signs));
    }

    /// <summary>Fills a list with it, to be scored.</summary>
    public void Fill(EvidenceList list)
    {
        list.Clear();
        for (var index = 0; index < Ids.Length; index++)
        {
            if (index == Shared)
            {
                list.EndShared();
            }

            list.Add(Ids[index], Values[index]);
        }

        if (Shared == Ids.Length)
        {
            list.EndShared();
        }
    }

    /// <summary>Adds its features to those of an example.</summary>
    /// <param name="features">The features so far.</param>
    /// <param name="part">Where it stands in the conversation: the same word weighs otherwise in the last message.</param>
    /// <param name="factor">How loud it is.</param>
    /// <param name="count">How many of its features.</param>
    public void AddTo(Dictionary<uint, float> features, int part, float factor, int count)
    {
        for (var index = 0; index < count; index++)
        {
            var id = IdOf(Ids[index], part);
            features[id] = features.GetValueOrDefault(id) + (Values[index] * factor);
        }
    }

    /// <summary>The id of a feature in a part.</summary>
    public static uint IdOf(uint id, int part) => part == 0 ? id : FeatureHash.Finish(FeatureHash.Add(FeatureHash.Begin(90 + (uint)part), id));
}
