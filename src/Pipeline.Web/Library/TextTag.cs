using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.Suggestions.Editing;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Library;

/// <summary>The ETag of a text as callers see it: that of its row, in signs that every client passes on.</summary>
internal static class TextTag
{
    /// <summary>The ETag for a row's.</summary>
    public static string Of(string rowTag) => $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rowTag)).AsSpan(0, 12))}\"";

    /// <summary>What keeps an edit from being made of a state; null when If-Match names that state.</summary>
    public static ProblemAnswer? Refuse(HttpRequest request, string rowTag) => request.Headers.IfMatch switch
    {
        [] => LibraryProblems.IfMatchMissing(),
        [{ } tag] when tag == Of(rowTag) => null,
        _ => LibraryProblems.Of(EditRefusal.Changed),
    };
}
