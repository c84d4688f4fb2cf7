using System.Data.Common;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Gazetteer;

/// <summary>Keeps the table of ZIP codes equal to the file that the program carries.</summary>
internal static class ZipCodeTable
{
    /// <summary>To be called within a transaction. One prepared statement: to track forty thousand rows would take seconds.</summary>
    public static async Task FillAsync(CareDb db, CancellationToken stop)
    {
        await db.ZipCodes.ExecuteDeleteAsync(stop);
        await using var insert = db.Command();
        insert.CommandText =
            """
            INSERT INTO "ZipCodes" ("Code", "City", "CityKey", "StateProvince", "Latitude", "Longitude")
            VALUES (@Code, @City, @CityKey, @StateProvince, @Latitude, @Longitude)
            """;
        var (code, city, key, state) = (Parameter("@Code"), Parameter("@City"), Parameter("@CityKey"), Parameter("@StateProvince"));
        var (latitude, longitude) = (Parameter("@Latitude"), Parameter("@Longitude"));
        foreach (var zipCode in ZipCodeFile.Read())
        {
            (code.Value, city.Value, key.Value, state.Value) = (zipCode.Code, zipCode.City, zipCode.CityKey, zipCode.StateProvince);
            (latitude.Value, longitude.Value) = (zipCode.Latitude, zipCode.Longitude);
            await insert.ExecuteNonQueryAsync(stop);
        }

        DbParameter Parameter(string name)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = name;
            insert.Parameters.Add(parameter);
            return parameter;
        }
    }
}
