namespace Pipeline.Suggestions.Library;

/// <summary>How practised the advisor is that a phrase is for.</summary>
public enum AdvisorLevel
{
    /// <summary>New to the work.</summary>
    Novice,

    /// <summary>At home in it.</summary>
    Confirmed,

    /// <summary>The one whom the others ask.</summary>
    Expert,
}
