using System.Data.Common;

namespace CommunityCare.Store;

/// <summary>One statement of SQL, prepared once and run for many rows, in the transaction that the context is in.</summary>
internal sealed class Statement : IDisposable
{
    private readonly DbCommand _command;

    /// <param name="db">The catalogue, in a transaction.</param>
    /// <param name="sql">Written by us. Its parameters are <c>@0</c>, <c>@1</c> and so on.</param>
    /// <param name="parameters">How many there are.</param>
    public Statement(CareDb db, string sql, int parameters)
    {
        _command = db.Command();
        _command.CommandText = sql;
        for (var number = 0; number < parameters; number++)
        {
            _command.With($"@{number}", DBNull.Value);
        }
    }

    public void Run(params ReadOnlySpan<object?> values)
    {
        for (var number = 0; number < values.Length; number++)
        {
            _command.Parameters[number].Value = values[number] ?? DBNull.Value;
        }

        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
