namespace Pipeline.Suggestions.Editing;

/// <summary>A text of the library that was checked.</summary>
/// <typeparam name="TText">How it is written down.</typeparam>
public interface IEdited<out TText>
    where TText : EditedText
{
    /// <summary>Names it within its language.</summary>
    string Id { get; }

    /// <summary>The text as it is written down, with nothing missing: lists and version are there.</summary>
    TText Written { get; }
}
