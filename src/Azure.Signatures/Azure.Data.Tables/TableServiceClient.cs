// Declarations only, a subset of the package Azure.Data.Tables: see docs/azure-api.md.
#nullable disable
using Azure.Core;
using Azure.Signatures;

namespace Azure.Data.Tables;

public class TableServiceClient
{
    protected TableServiceClient()
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions options = null) => throw AzurePackages.Missing();

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null) =>
        throw AzurePackages.Missing();

    public virtual TableClient GetTableClient(string tableName) => throw AzurePackages.Missing();
}
