namespace Pipeline.Suggestions.Editing;

/// <summary>A text as the library holds it.</summary>
/// <param name="Newest">The newest version.</param>
/// <param name="Before">The version that stays in force until the newest is approved and its validity begins; null when there is none.</param>
/// <param name="ETag">The state of the row, for changing it.</param>
public sealed record StoredText<TText, T>(T Newest, T? Before, string ETag)
    where TText : EditedText
    where T : class, IEdited<TText>
{
    /// <summary>The version that may be suggested on a day (UTC); null when none may.</summary>
    public T? InForce(DateOnly day)
    {
        var newest = Newest.Written;
        if (newest.IsInForce(day))
        {
            return Newest;
        }

        var isPending = newest.Status == EditingStatus.Draft || (newest.Status == EditingStatus.Approved && day < newest.ValidFrom);
        return isPending && Before?.Written.IsInForce(day) == true ? Before : null;
    }
}
