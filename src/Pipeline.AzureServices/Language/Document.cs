using System.Globalization;
using Azure.AI.TextAnalytics;
using Pipeline.Messages;
using Pipeline.Scoring.SecondOpinion;

namespace Pipeline.AzureServices.Language;

/// <summary>A text to ask the service about.</summary>
/// <param name="Text">The masked text, cut to what one document holds.</param>
/// <param name="Language">Its language: <c>fr</c> or <c>en</c>.</param>
internal sealed record Document(string Text, string Language)
{
    /// <summary>A document of a text. One that is too long is cut between two text elements, so that no character falls apart.</summary>
    public static Document Of(string text, string language) => new(Cut(text, TextRecords.MaxElements), language);

    /// <summary>The document with stars in the place of what was found: as long as before.</summary>
    public Document Without(IReadOnlyList<PersonalDataSpan> spans)
    {
        var text = Text.ToCharArray();
        foreach (var span in spans)
        {
            text.AsSpan(span.Start, span.Length).Fill('*');
        }

        return spans.Count == 0 ? this : this with { Text = new string(text) };
    }

    /// <summary>The inputs of a request: each one's id is its place.</summary>
    public static TextDocumentInput[] Inputs(IReadOnlyList<Document> documents) =>
    [
        .. documents.Select((document, place) =>
            new TextDocumentInput(place.ToString(CultureInfo.InvariantCulture), document.Text) { Language = document.Language }),
    ];

    /// <summary>The first text elements of a text; the same object when it has no more.</summary>
    public static string Cut(string text, int mostElements)
    {
        var end = 0;
        for (var elements = 0; end < text.Length && text.Length > mostElements; elements++)
        {
            if (elements == mostElements)
            {
                return text[..end];
            }

            end += StringInfo.GetNextTextElementLength(text, end);
        }

        return text;
    }
}
