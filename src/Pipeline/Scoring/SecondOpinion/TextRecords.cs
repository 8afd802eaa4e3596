namespace Pipeline.Scoring.SecondOpinion;

/// <summary>How an analysing service counts text: in records, which it bills, and in documents, which it cuts off.</summary>
public static class TextRecords
{
    /// <summary>The longest document that Azure AI Language takes at once, in text elements ("Data limits", 2025-11).</summary>
    public const int MaxElements = 5120;

    private const int CharactersPerRecord = 1000;

    /// <summary>The records of one document for one feature, never too few: UTF-16 units are counted, of which a text element has one or more.</summary>
    public static int Of(string text) => Math.Max(1, (text.Length + CharactersPerRecord - 1) / CharactersPerRecord);
}
