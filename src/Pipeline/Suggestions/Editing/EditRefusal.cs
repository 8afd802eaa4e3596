namespace Pipeline.Suggestions.Editing;

/// <summary>Why an edit was not made.</summary>
public enum EditRefusal
{
    /// <summary>No text has this language and id.</summary>
    Unknown,

    /// <summary>A text with this language and id is there already.</summary>
    Exists,

    /// <summary>Somebody changed it since it was read.</summary>
    Changed,

    /// <summary>Its author cannot be the one who approves.</summary>
    OwnText,

    /// <summary>There is no draft to approve: it is approved already, or retired.</summary>
    NoDraft,

    /// <summary>It is retired already.</summary>
    Retired,
}

/// <summary>What came of an edit: the text as it stands now, or why nothing was done.</summary>
/// <param name="Text">The text; null when nothing was done.</param>
/// <param name="Refusal">Why nothing was done; null when it was.</param>
public sealed record EditResult<TText, T>(StoredText<TText, T>? Text, EditRefusal? Refusal = null)
    where TText : EditedText
    where T : class, IEdited<TText>;
