namespace Pipeline.Transcripts.Export;

/// <summary>What the values of a column are.</summary>
public enum ExportValueKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number: a point before decimals, no grouping.</summary>
    Number,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A time in UTC, ISO 8601, such as 2026-03-02T09:00:00Z.</summary>
    Time,
}

/// <summary>A column as it is described.</summary>
/// <param name="Name">Its name: the header of a CSV file, the property of a JSON row.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Description">What it tells; where it can be empty, when.</param>
public sealed record ExportColumn(string Name, ExportValueKind Kind, string Description);

/// <summary>A column with its values.</summary>
/// <param name="Column">What it is.</param>
/// <param name="Value">The value of a row: null, or of the kind.</param>
public sealed record ExportColumn<T>(ExportColumn Column, Func<T, object?> Value);
