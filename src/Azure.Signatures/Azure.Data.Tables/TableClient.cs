// Declarations only, a subset of the package Azure.Data.Tables: see docs/azure-api.md.
#nullable disable
using Azure.Signatures;

namespace Azure.Data.Tables;

public class TableClient
{
    protected TableClient()
    {
    }

    public virtual Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => throw AzurePackages.Missing();

    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null, int? maxPerPage = default, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => throw AzurePackages.Missing();

    public virtual Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        throw AzurePackages.Missing();
}
