using Microsoft.Data.Sqlite;
using Pipeline.Ports;

namespace Pipeline.Sqlite.Storage;

/// <summary>Tells failures of the disk from those of an operation.</summary>
internal static class StorageFailure
{
    // https://www.sqlite.org/rescode.html
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;

    /// <summary>What the caller of an operation is told.</summary>
    public static Exception Of(Exception exception) => exception is SqliteException sqlite && WhatIsWrong(sqlite.SqliteErrorCode) is { } wrong
        ? new StorageUnavailableException($"{wrong} Nothing was written.", exception)
        : exception;

    private static string? WhatIsWrong(int code) => code switch
    {
        Full => "The disk of the data folder is full.",
        ReadOnly => "The data folder is write-protected.",
        InputOutput or CannotOpen => "The disk of the data folder does not take or give data.",
        _ => null,
    };
}
