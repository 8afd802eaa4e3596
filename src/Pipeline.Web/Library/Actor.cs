using Microsoft.AspNetCore.Http;
using Pipeline.Messages;
using Pipeline.Suggestions.Editing;
using Pipeline.Web.Access;
using Pipeline.Web.Requests;

namespace Pipeline.Web.Library;

/// <summary>Who edits the library.</summary>
internal static class Actor
{
    /// <summary>
    /// The query parameter that names who edits where nobody has to prove who they are (a host of one machine without keys); elsewhere the
    /// key or the sign-in does, and it is not taken.
    /// </summary>
    public const string Parameter = "as";

    private const string Local = "local";

    /// <summary>The caller's name, as an author can have it: what an identity provider gives may hold blanks around it or worse.</summary>
    public static string Name(HttpRequest request, QueryReader query)
    {
        var name = (Gate.Entered(request)?.Name ?? query.Text(Parameter) ?? Local).Trim();
        return name.Length is > 0 and <= EditingRules.MaxName && !name.Any(char.IsControl) ? name : ConversationKeys.Safe($"_{name}");
    }

    /// <summary>The known parameters of a query, and <see cref="Parameter"/> where it is taken.</summary>
    public static QueryReader Query(HttpRequest request, params string[] known) =>
        new(request.Query, Gate.Entered(request) is null ? [.. known, Parameter] : known);

    /// <summary>Whether the caller is an administrator, or nobody has to be.</summary>
    public static bool IsAdministrator(HttpRequest request) => Gate.Entered(request)?.Role is null or Roles.Administrator;
}
