using Pipeline.Scoring;
using Pipeline.Scoring.Features;
using Pipeline.Scoring.Models;
using Pipeline.Scoring.PersonalData;

namespace Pipeline.Training.Learning;

/// <summary>Reads texts as the analyser does: cleaned, masked, features with the factors of their groups.</summary>
public sealed class TextFeatures
{
    private readonly LexiconReader _reader = new();
    private readonly PersonalDataMasker _masker = new();
    private readonly FeatureList _features = new();

    /// <summary>The features of a text as it is before masking, by id, each once.</summary>
    public IReadOnlyDictionary<uint, float> Read(string text, string? language)
    {
        var masked = _masker.Mask(InputHygiene.Clean(text)).Text;
        FeatureReader.Read(_reader.Read(masked, language), _reader.Vocabulary, _features);
        Span<float> factors = stackalloc float[FeatureList.Groups];
        FeatureScales.Read(_features, factors);
        var read = new Dictionary<uint, float> { [FeatureScales.Always] = 1 };
        for (var index = 0; index < _features.Count; index++)
        {
            var id = (uint)_features.Ids[index];
            read[id] = read.GetValueOrDefault(id) + (_features.Values[index] * factors[_features.GroupsOf[index]]);
        }

        return read;
    }
}
