using Pipeline.Tests.Infrastructure.Bicep;

namespace Pipeline.Tests.Infrastructure.Checks;

/// <summary>The tables are those of the code, and the app may write each.</summary>
internal static class TableCheck
{
    private const string TableType = "Microsoft.Storage/storageAccounts/tableServices/tables";
    private const string TableRole = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";

    public static IEnumerable<string> Find(IReadOnlyList<Resource> resources, IReadOnlyList<string> tables)
    {
        var declared = resources.Where(resource => resource.Type == TableType).Select(table => table.Name).ToList();
        var writable = resources
            .Where(resource => resource.Properties.GetValueOrDefault("roleDefinitionId") is string role && role.EndsWith(TableRole, StringComparison.Ordinal))
            .Select(assignment => (assignment.Body["scope"] as Resource)?.Name)
            .ToList();
        return tables.Except(declared).Select(table => $"The table {table} is not declared.")
            .Concat(declared.Except(tables).Select(table => $"The code knows no table {table}."))
            .Concat(tables.Except(writable).Select(table => $"The app may not write the table {table}."));
    }
}
